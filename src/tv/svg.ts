/**
 * An address of a drawing that a browser draws whatever type the server gave it: some say `text/plain`.
 * @throws Error where there is no such drawing
 */
export async function svgAddress(address: string): Promise<string> {
  const response = await fetch(address);
  const text = await response.text();
  if (!response.ok || !text.includes('<svg')) throw new Error(`${address}: no drawing`);
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
}
