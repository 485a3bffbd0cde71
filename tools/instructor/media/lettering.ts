/** Letters of 3 x 5 dots, five rows of three bits each, for the labels of contact sheets. */
const DOTS: Readonly<Record<string, string>> = {
  a: '25755',
  b: '65656',
  c: '34443',
  d: '65556',
  e: '74647',
  f: '74644',
  g: '34553',
  h: '55755',
  i: '72227',
  j: '11152',
  k: '55655',
  l: '44447',
  m: '57755',
  n: '65555',
  o: '25552',
  p: '65644',
  q: '25563',
  r: '65655',
  s: '34216',
  t: '72222',
  u: '55557',
  v: '55552',
  w: '55775',
  x: '55255',
  y: '55222',
  z: '71247',
  '0': '75557',
  '1': '26227',
  '2': '61247',
  '3': '61216',
  '4': '55711',
  '5': '74616',
  '6': '34652',
  '7': '71222',
  '8': '25252',
  '9': '25316',
  '-': '00700',
  ' ': '00000',
};

/** Writes a label into an RGB picture, on a dark strip. Each dot is `size` pixels wide. */
export function letter(
  rgb: Uint8Array,
  width: number,
  left: number,
  top: number,
  text: string,
  size: number,
): void {
  const dot = (x: number, y: number, v: number): void => {
    for (let j = 0; j < size; j++)
      for (let i = 0; i < size; i++) {
        const at = ((top + y * size + j) * width + left + x * size + i) * 3;
        rgb.fill(v, at, at + 3);
      }
  };
  for (let x = 0; x < text.length * 4 + 1; x++) for (let y = 0; y < 7; y++) dot(x, y, 25);
  [...text].forEach((sign, n) => {
    const rows = DOTS[sign] ?? '75257';
    for (let y = 0; y < 5; y++)
      for (let x = 0; x < 3; x++) if (Number(rows[y]) & (4 >> x)) dot(n * 4 + 1 + x, y + 1, 240);
  });
}
