/** The engine: where it is, whether it answers, what it can do. */
import { z } from 'zod';
import type { Failure } from '../failure.js';
import { event, request } from './define.js';

export type EngineEndpoint = {
  /** As docker writes it: `unix:///var/run/docker.sock`, `tcp://host:2376`, `npipe:////./pipe/docker_engine`. */
  readonly address: string;
  readonly origin: 'DOCKER_HOST' | 'context' | 'default';
  /** The docker context that named it, when one did. */
  readonly context?: string;
};

export type EngineStatus =
  | { readonly state: 'connecting'; readonly endpoint: EngineEndpoint }
  | {
      readonly state: 'connected';
      readonly endpoint: EngineEndpoint;
      readonly version: string;
      readonly apiVersion: string;
      readonly os: string;
      readonly architecture: string;
      readonly buildkit: boolean;
    }
  | { readonly state: 'unreachable'; readonly endpoint: EngineEndpoint; readonly failure: Failure };

export const engine = {
  status: request(z.void()).gives<EngineStatus>(),
  /** Tries again at once instead of at the next back-off. */
  reconnect: request(z.void()).gives<EngineStatus>(),
  statusChanged: event<EngineStatus>(),
};
