/** What images that many people build on are known to set: a variable of theirs is not an undefined one. */
import { tryReference } from '../../reference.js';

/** The repository of an image on Docker Hub that needs no name before it, `node`; null for any other. */
export function officialName(image: string): string | null {
  const reference = tryReference(image);
  if (!reference.ok || reference.value.domain !== 'docker.io') return null;
  const [namespace, name, ...more] = reference.value.path.split('/');
  return namespace === 'library' && name !== undefined && more.length === 0 ? name : null;
}

/** Every image has it; BuildKit adds it where one has not. */
const ALWAYS = ['PATH'];

const BY_NAME: ReadonlyMap<string, readonly string[]> = new Map([
  ['caddy', ['CADDY_VERSION', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME']],
  ['eclipse-temurin', ['JAVA_HOME', 'JAVA_VERSION', 'LANG', 'LANGUAGE', 'LC_ALL']],
  ['golang', ['GOLANG_VERSION', 'GOPATH', 'GOTOOLCHAIN']],
  ['gradle', ['GRADLE_HOME', 'GRADLE_VERSION', 'JAVA_HOME', 'JAVA_VERSION', 'LANG', 'LC_ALL']],
  ['haproxy', ['HAPROXY_VERSION', 'HAPROXY_URL', 'HAPROXY_SHA256']],
  ['httpd', ['HTTPD_PREFIX', 'HTTPD_VERSION', 'HTTPD_SHA256', 'HTTPD_PATCHES']],
  ['mariadb', ['MARIADB_VERSION', 'GOSU_VERSION', 'LANG']],
  ['maven', ['MAVEN_HOME', 'MAVEN_CONFIG', 'JAVA_HOME', 'JAVA_VERSION', 'LANG', 'LC_ALL']],
  ['mysql', ['MYSQL_VERSION', 'MYSQL_MAJOR', 'GOSU_VERSION']],
  ['nginx', ['NGINX_VERSION', 'NJS_VERSION', 'NJS_RELEASE', 'PKG_RELEASE', 'DYNPKG_RELEASE']],
  ['node', ['NODE_VERSION', 'YARN_VERSION']],
  ['openjdk', ['JAVA_HOME', 'JAVA_VERSION', 'LANG']],
  ['php', ['PHP_VERSION', 'PHP_INI_DIR', 'PHP_URL', 'PHPIZE_DEPS', 'PHP_CFLAGS', 'PHP_LDFLAGS', 'GPG_KEYS']],
  ['postgres', ['PGDATA', 'PG_VERSION', 'PG_MAJOR', 'LANG', 'GOSU_VERSION']],
  ['python', ['PYTHON_VERSION', 'PYTHON_SHA256', 'PYTHON_PIP_VERSION', 'GPG_KEY', 'LANG']],
  ['redis', ['REDIS_VERSION', 'REDIS_DOWNLOAD_URL', 'REDIS_DOWNLOAD_SHA', 'GOSU_VERSION']],
  ['ruby', ['RUBY_VERSION', 'GEM_HOME', 'BUNDLE_SILENCE_ROOT_WARNING', 'BUNDLE_APP_CONFIG', 'LANG']],
  ['rust', ['RUST_VERSION', 'RUSTUP_HOME', 'CARGO_HOME']],
  ['tomcat', ['CATALINA_HOME', 'TOMCAT_VERSION', 'TOMCAT_MAJOR', 'JAVA_HOME']],
]);

/** The names that an image is known to set, as it is named after FROM; `isWhole` is false when it may set others too. */
export function baseVariables(image: string): {
  readonly names: readonly string[];
  readonly isWhole: boolean;
} {
  if (image === 'scratch') return { names: ALWAYS, isWhole: true };
  const name = officialName(image);
  return name === null
    ? { names: ALWAYS, isWhole: false }
    : { names: [...ALWAYS, ...(BY_NAME.get(name) ?? [])], isWhole: true };
}
