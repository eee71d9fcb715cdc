/** Why something is better left out of a context. */

export const contextReasons = {
  'contextReasons.recipe':
    'The engine gets it in any case. Left out, an edit of it doesn’t change what is copied, so the steps after stay cached.',

  'contextReasons.env':
    'It usually holds passwords and keys. In a layer, everyone who has the image can read them.',
  'contextReasons.privateKeys': 'It holds a private key. In a layer, everyone who has the image can read it.',
  'contextReasons.keyStores': 'It is a store of keys. In a layer, everyone who has the image can take it.',
  'contextReasons.logins':
    'It can hold a login. A secret of the build hands it to the step that needs it and keeps it out.',
  'contextReasons.loginFolders':
    'It can hold logins and keys. In a layer, everyone who has the image can read them.',
  'contextReasons.terraformState': 'The state of an infrastructure has its passwords in plain text.',
  'contextReasons.history':
    'The whole history, deleted secrets included; and every commit would change what is copied.',
  'contextReasons.nodeModules': 'Installed for this machine; the image installs its own.',
  'contextReasons.pythonEnvironment':
    'An environment with paths of this machine; it doesn’t work in the image.',
  'contextReasons.pythonCaches': 'Python makes it again wherever it runs.',
  'contextReasons.output':
    'What earlier builds on this machine have made; the build in the image makes its own.',
  'contextReasons.gradle': 'What Gradle has made on this machine; the build in the image makes its own.',
  'contextReasons.dotnet': 'What .NET has made on this machine; the build in the image makes its own.',
  'contextReasons.terraform': 'Providers and modules that Terraform has fetched for this machine.',
  'contextReasons.coverage': 'Reports of test runs; no image needs them.',
  'contextReasons.logs': 'Logs change with every run, and so would what is copied.',
  'contextReasons.editors': 'Settings of an editor; no image needs them.',
  'contextReasons.clutter': 'Left behind by the system or an editor; no image needs it.',
} as const;
