/** Which platform's habits count. */
export const isMac = navigator.userAgent.includes('Macintosh');
