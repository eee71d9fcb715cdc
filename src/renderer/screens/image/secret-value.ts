/** Which variables of an image are shown only when that is asked for. Pure. */
import { looksSecret } from '../../../shared/build-privacy.js';

/** `scheme://user:password@host`: a secret whatever the variable is called (RFC 3986, 3.2.1). */
const PASSWORD_IN_URL = /:\/\/[^\s/?#:@]*:[^\s/?#@]+@/;

/** Of a longer name the end counts. */
const LONGEST_NAME = 256;

/** Whether the variable's name says that it is a secret, or its value holds a password. An empty one holds nothing. */
export const isSecretPair = ({ name, value }: { readonly name: string; readonly value: string }): boolean =>
  value !== '' && (looksSecret(name.slice(-LONGEST_NAME)) || PASSWORD_IN_URL.test(value));
