/** Why what hadolint’s rules find matters, by their codes. */
export const whyHadolint = {
  'why.pin':
    'Without a version, each build takes the newest there is: the same Dockerfile gives another image tomorrow.',
  'why.unattended':
    'Nobody is there to answer during a build: the question stays unanswered, and the build fails.',
  'why.cleaned':
    'What was downloaded to be installed stays in this layer, even when a later step deletes it.',
  'why.DL1001':
    'A comment that silences a check stays long after its reason is gone, and nobody sees what it hides.',
  'why.DL3000': 'A relative folder depends on those before it, and on the base image, which may change it.',
  'why.DL3001':
    'A build has no terminal, no services and no machine of its own: such commands do nothing there that lasts.',
  'why.DL3002':
    'Whoever breaks out of a program that runs as root is root: switch back to another user once what needs root is done.',
  'why.DL3003':
    'It lasts to the end of this RUN only: the next step is back where it was. WORKDIR says it once, for all that follow.',
  'why.DL3004':
    'Steps run as root unless USER says otherwise, and sudo gets in the way of signals and terminals. To step down in a container there is gosu.',
  'why.DL3006':
    'Without a tag it means latest, which is moved from release to release: the same Dockerfile gives another image tomorrow.',
  'why.DL3007':
    'latest is moved from release to release: a build that works today may fail, or change, with the next one.',
  'why.DL3009':
    'The lists of packages are of no use in the image, and stay in this layer even when a later step deletes them.',
  'why.DL3010':
    'The archive stays in its layer beside what was in it. ADD unpacks it on the way, and nothing of it is left.',
  'why.DL3011': 'There are no higher ports: nothing can ever listen there.',
  'why.DL3012': 'An image has one health check: the last.',
  'why.DL3014':
    'Nobody is there to answer during a build: apt-get stops at its question, and the build fails.',
  'why.DL3015':
    'Recommended packages are rarely needed in a container; without them the image is smaller and has less to attack.',
  'why.DL3019':
    'The index that apk keeps is of no use in the image. With --no-cache it is fetched, used and not kept.',
  'why.DL3020':
    'ADD also fetches addresses and unpacks archives: for plain files COPY does the same and nothing unforeseen.',
  'why.DL3021': 'Several files only fit into a folder, and the slash at its end says that it is one.',
  'why.DL3022': 'What is no stage above is taken for an image of that name, and fetched from a registry.',
  'why.DL3023': 'A stage isn’t finished while it is built: there is nothing of it to copy from yet.',
  'why.DL3024':
    'A name stands for one stage; what refers to it finds the last one above it, and the others can’t be reached.',
  'why.DL3025':
    'Written as text it runs inside a shell, which is process 1 and doesn’t pass signals on: the program isn’t told to stop.',
  'why.DL3026': 'Only what the allowed registries serve is trusted here.',
  'why.DL3027':
    'apt is made for people at a terminal: its output and options may change, and it says so itself. apt-get stays as it is.',
  'why.DL3029': 'The image is then always of that platform, whichever one the build is for.',
  'why.DL3035':
    'It may take the image to another release than its base was made as. Take a newer base instead.',
  'why.DL3042':
    'Nothing is ever taken from pip’s cache again once the image is built; it only makes the layer larger.',
  'why.DL3043': 'The builder refuses it: neither may be kept for the build of another image.',
  'why.DL3044':
    'All values of one ENV are read before any of them is set: the variable is still what it was before.',
  'why.DL3045': 'Where a relative path leads then depends on the base image, which may change it.',
  'why.DL3046':
    'useradd sets aside a place in its logs for every number up to the user’s: for a high one that is gigabytes of zeros in a layer.',
  'why.DL3047': 'wget draws its progress line by line, thousands of them, into the output of the build.',
  'why.DL3048': 'Docker’s guidelines for keys keep those of one tool from being taken for those of another.',
  'why.DL3049': 'The project asks for it, so that whoever finds the image knows.',
  'why.DL3050': 'The project asks for no other labels than those on its list.',
  'why.DL3051': 'An empty label says nothing.',
  'why.DL3052': 'The project asks for an address there.',
  'why.DL3053': 'The project asks for a time as RFC 3339 writes it there.',
  'why.DL3054': 'The project asks for a licence’s SPDX identifier there.',
  'why.DL3055': 'The project asks for a Git hash there.',
  'why.DL3056': 'The project asks for a semantic version there.',
  'why.DL3057':
    'Without one, a container whose program hangs looks as well as one that works. HEALTHCHECK NONE says that it is meant so.',
  'why.DL3058': 'The project asks for an e-mail address there.',
  'why.DL3059': 'Each RUN makes a layer, and what a later one deletes stays in the layer before.',
  'why.DL3060':
    'Nothing is ever taken from yarn’s cache again once the image is built; it only makes the layer larger.',
  'why.DL3061': 'What stands above the first FROM belongs to no stage: the builder refuses it.',
  'why.DL3063':
    'The name already means something to the builder: the empty image, or the folder that is built.',
  'why.DL3064':
    'The values of ARG and ENV are kept with the image, for everyone who has it to read. A secret belongs in --mount=type=secret.',
  'why.DL3065': 'A stage is for the target’s platform unless something else is said.',
  'why.DL3066':
    'Outside the container nothing knows its names: a host that checks whether an image runs as root goes by the number.',
  'why.DL3067': 'It takes everything along that the other stage was there to leave behind.',
  'why.DL4000': 'MAINTAINER is kept only for old files. A label says the same, and can be searched for.',
  'why.DL4001': 'Both do the same: the one that is left out needs no place in the image, and no updates.',
  'why.DL4003': 'An image has one CMD: the last.',
  'why.DL4004': 'An image has one ENTRYPOINT: the last.',
  'why.DL4005':
    'SHELL changes what the steps run in, and leaves the system’s own /bin/sh, which its scripts rely on, as it is.',
  'why.DL4006':
    'Of a pipe only the last command’s failure counts. A download that breaks off before it goes unnoticed, into the image.',
} as const;
