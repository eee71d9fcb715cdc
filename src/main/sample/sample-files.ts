/** What lies in the sample project. It stands on no base image, so that it builds without any network. */

const dockerfile = `# A project to try Strata with. It stands on nothing, so nothing is downloaded.
# Build it, change a line of notes/today.txt, and build again: the cache forecast says before which steps will run.

FROM scratch AS notes
COPY notes/ /notes/

FROM scratch
LABEL org.opencontainers.image.title="Strata's sample" org.opencontainers.image.version="1.0"
# What changes least stands at the top…
COPY licence.txt /licence.txt
COPY pictures/ /pictures/
# …and what changes with every edit at the bottom.
COPY --from=notes /notes/ /notes/
`;

const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80">
  <rect x="20" y="10" width="80" height="12" fill="#6a93e6"/>
  <rect x="20" y="26" width="80" height="16" fill="#8d7ab8"/>
  <rect x="20" y="46" width="80" height="24" fill="#54467c"/>
</svg>
`;

/** Texts by their path in the folder. */
export const sampleFiles: Readonly<Record<string, string>> = {
  Dockerfile: dockerfile,
  '.dockerignore': '# What is named here is never sent to the engine.\nnotes/*.draft\n',
  'licence.txt': 'Do with these files what you like.\n',
  'notes/today.txt': 'A layer is named by what is in it. Change this line, and the layer is another one.\n',
  'notes/idea.draft': 'This file stays here: .dockerignore names it.\n',
  'pictures/strata.svg': picture,
};
