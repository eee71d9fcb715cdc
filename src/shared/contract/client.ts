/** The renderer's side of the contract, made from the contract itself: one function per call. */
import { say } from '../words/index.js';
import { messageOf, failed, type Result } from '../failure.js';
import type { Call, Client, Contract, Transport } from './define.js';

/** `images.list`: how a call is named on the wire. */
export const channelOf = (domain: string, call: string): string => `${domain}.${call}`;

/**
 * One function per call of `contract`, over `transport`.
 * A request or job always resolves to a `Result`: a bridge that fails is an `unexpected` failure, not a rejection.
 * An event or stream answers with the function that ends the subscription.
 */
export function createClient<C extends Contract>(contract: C, transport: Transport): Client<C> {
  const client: Record<string, Record<string, unknown>> = {};
  for (const [domain, calls] of Object.entries(contract)) {
    client[domain] = Object.fromEntries(
      Object.entries(calls).map(([name, call]) => [
        name,
        clientCall(call, channelOf(domain, name), transport),
      ]),
    );
  }
  return client as Client<C>;
}

type Listener = (payload: unknown) => void;

function clientCall(call: Call, channel: string, transport: Transport): unknown {
  switch (call.kind) {
    case 'request':
    case 'job':
      return (input?: unknown) => invoke(transport, channel, input);
    case 'event':
      return (listener: Listener) => transport.stream(channel, undefined, listener);
    case 'stream':
      return (input: unknown, listener: Listener) => transport.stream(channel, input, listener);
  }
}

async function invoke(transport: Transport, channel: string, input: unknown): Promise<Result<unknown>> {
  try {
    return (await transport.invoke(channel, input)) as Result<unknown>;
  } catch (error) {
    return failed({
      code: 'unexpected',
      title: say('client.noAnswer'),
      detail: say('client.noAnswer.detail', { channel }),
      remedy: say('client.noAnswer.remedy'),
      cause: messageOf(error),
    });
  }
}
