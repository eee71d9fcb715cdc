/** Why what BuildKit’s checks find matters, by their names; what they find they say themselves. */
export const whyBuildkit = {
  'why.ConsistentInstructionCasing':
    'Instructions in one case stand out from their arguments; a file that mixes cases is harder to scan.',
  'why.CopyIgnoredFile':
    'The ignore file keeps it out of the build, so there is nothing to copy, and the build stops here.',
  'why.DuplicateStageName':
    'A name can stand for one stage only. What refers to it below means the last stage of that name, and the earlier one can no longer be reached.',
  'why.ExposeInvalidFormat':
    'EXPOSE tells which port the program listens on; where it is reached is chosen with -p when the container starts. The address has no effect, and a later version of Docker will refuse it.',
  'why.ExposeProtoCasing':
    'Docker keeps the protocol in lowercase. Written so, the line says what the image will say.',
  'why.FromAsCasing': 'FROM and AS are one instruction. In the same case they read as one.',
  'why.FromPlatformFlagConstDisallowed':
    'With a fixed platform the file builds for that one only, whatever is asked for. Leave it to `--platform` of the build, or name the stage after the platform if it is meant so.',
  'why.InvalidBaseImagePlatform':
    'The image here was made for another kind of machine. What runs on it runs through emulation, slowly, or not at all.',
  'why.InvalidDefaultArgInFrom':
    'Without the build argument there is no image to start from: the file builds only for those who know to give it. A default lets it build for everyone.',
  'why.InvalidDefinitionDescription':
    'A comment right above a stage or an argument is shown as its description, when it begins with its name. If it is not meant so, leave an empty line between.',
  'why.JSONArgsRecommended':
    'Written as text it runs inside a shell, which is process 1 and doesn’t pass signals on: the program isn’t told to stop and is killed after ten seconds. A SHELL instruction says that a shell is wanted.',
  'why.LegacyKeyValueFormat':
    'With a space in place of the equals sign all that follows is one value, so a second name on the line becomes part of it. The form is kept for old files only.',
  'why.LegacyKeyValueFormat.arg':
    'ARG has no form with a space: this declares two arguments without a value, and the second one is used nowhere.',
  'why.MaintainerDeprecated':
    'MAINTAINER is kept only for old files. A label says the same, can be searched for, and says more when needed.',
  'why.MultipleInstructionsDisallowed':
    'Only the last one of a stage counts. The ones above it do nothing, and look as if they did.',
  'why.NoEmptyContinuation':
    'A blank line inside an instruction looks like its end, and a later version of Docker will refuse it.',
  'why.RedundantTargetPlatform':
    'An image is taken for the target platform anyway, so the flag says nothing.',
  'why.ReservedStageName':
    '“scratch” means an empty image and “context” the folder that is sent to the build. A stage of that name can be mistaken for them.',
  'why.SecretsUsedInArgOrEnv':
    'Values of ARG and ENV are kept in the image’s history, where anyone who has the image can read them. A secret belongs in `RUN --mount=type=secret`, or is given when the container starts.',
  'why.StageNameCasing':
    'Docker reads stage names in lowercase whatever is written. In lowercase they are also told apart from the instructions around them.',
  'why.UndefinedArgInFrom':
    'Only an ARG that stands above the first FROM has a value there. Any other name becomes nothing, and the image’s name goes wrong.',
  'why.UndefinedVar':
    'A variable has no value before its ARG or ENV, nor in another stage, so nothing is put in its place. An image that sets it itself, which can’t be seen from here, is the exception.',
  'why.WorkdirRelativePath':
    'A relative folder continues the one that the base image has set. When a newer base sets another, the files land somewhere else.',
} as const;
