/** The shell: navigation, window titles. */
export const app = {
  'app.nav': 'Main',
  'app.drop': 'Drop a project folder to build it, or an archive to load it',
  'app.screen.images': 'Images',
  'app.screen.build': 'Build',
  'app.screen.registries': 'Registries',
  'app.screen.disk': 'Disk',
  'app.screen.settings': 'Settings',
  'app.screen.compare': 'Compare',
} as const;
