/** How the engine stores an instruction, read back into a Dockerfile's words. Pure. */

const BUILDKIT_MARK = / # buildkit$/;
const NOP = /^\/bin\/sh -c #\(nop\)\s+/;
/** `RUN |2 A=1 B=2 /bin/sh -c npm ci`: the build arguments that were in force. */
const ARGUMENTS = /^(RUN )?\|\d+ (?:.*? )?(?=\/bin\/sh -c |cmd \/S \/C |powershell )/s;
const SHELL = /^(?:\/bin\/(?:ba|a|da)?sh -c |cmd \/S \/C )/;
const KEYWORD =
  /^(?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)\b/;

/**
 * `/bin/sh -c #(nop)  CMD ["sh"]` gives `CMD ["sh"]`; `RUN /bin/sh -c npm ci # buildkit` gives `RUN npm ci`; what no
 * Dockerfile made (an import, a commit) gives what the engine's comment says of it.
 */
export function instructionOf(createdBy: string, comment: string): string {
  const stored = createdBy.replace(BUILDKIT_MARK, '').trim();
  if (NOP.test(stored)) return copied(stored.replace(NOP, ''));
  const bare = stored.replace(ARGUMENTS, 'RUN ');
  if (KEYWORD.test(bare))
    return bare.replace(/^RUN (.*)$/s, (_all, command: string) => `RUN ${command.replace(SHELL, '')}`);
  if (SHELL.test(bare)) return `RUN ${bare.replace(SHELL, '')}`;
  if (bare !== '') return `RUN ${bare}`;
  return comment.trim() === '' ? 'No instruction recorded' : comment.trim();
}

/** The classic builder stores `COPY file:5f70bf… in /app`, a checksum for the source; people read `COPY … /app`. */
function copied(text: string): string {
  return text.replace(/^(ADD|COPY) (?:file|dir|multi):[0-9a-f]+ in (.*)$/s, '$1 … $2').trimEnd();
}
