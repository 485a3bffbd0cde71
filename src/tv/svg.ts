/** An address of a drawing that a browser draws whatever type the server gave it: some say `text/plain`. */
export async function svgAddress(address: string): Promise<string> {
  const text = await (await fetch(address)).text();
  return `data:image/svg+xml,${encodeURIComponent(text)}`;
}
