/** Whether somebody can be sent there: a whole address on the web, without a name or password in it. */
export function isWebLink(address: string): boolean {
  if (!URL.canParse(address) || /\s/.test(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && hostname.includes('.') && username === '' && password === '';
}

/** Where a link leads, as people know places on the web. */
export const hostOf = (address: string): string => new URL(address).hostname.replace(/^www\./, '');
