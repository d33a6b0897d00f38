/*
 * Colours as people see them: contrast (WCAG 2.2), difference (CIEDE2000: Sharma, Wu, Dalal 2005) and colour-vision
 * deficiencies (Machado, Oliveira, Fernandes 2009, severity 1).
 */

/** Red, green and blue, linear, 0 to 1. */
type Light = readonly [number, number, number];
type Matrix = readonly [Light, Light, Light];
type Lab = readonly [number, number, number];

export const visions = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, Matrix>;

export type Vision = keyof typeof visions;

/** How different two colours ("#369581") look to eyes of this kind, as CIEDE2000 has it. */
export function difference(one: string, other: string, vision: Vision): number {
  const [a, b] = [one, other].map((colour) => labOf(times(visions[vision], lightOf(colour))));
  return ciede2000(a!, b!);
}

/** WCAG's ratio of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, bright] = [one, other].map((colour) => luminance(lightOf(colour))).toSorted((a, b) => a - b);
  return (bright! + 0.05) / (dark! + 0.05);
}

function lightOf(hex: string): Light {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function times(matrix: Matrix, [r, g, b]: Light): Light {
  const [x, y, z] = matrix.map(([p, q, s]) => p * r + q * g + s * b);
  return [x!, y!, z!];
}

function luminance([r, g, b]: Light): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function labOf(light: Light): Lab {
  const [r, g, b] = light.map((part) => Math.min(1, Math.max(0, part)));
  const [x, y, z] = times(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    [r!, g!, b!],
  );
  const [fx, fy, fz] = [x / 0.95047, y, z / 1.08883].map(labPart);
  return [116 * fy! - 16, 500 * (fx! - fy!), 200 * (fy! - fz!)];
}

function labPart(t: number): number {
  return t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function share(chroma: number): number {
  return Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));
}

/** The formula of Sharma, Wu and Dalal, with its names; all weights 1. */
function ciede2000([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const stretch = 1 + 0.5 * (1 - share((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
  const [c1, c2] = [Math.hypot(a1 * stretch, b1), Math.hypot(a2 * stretch, b2)];
  const [h1, h2] = [hueOf(a1 * stretch, b1), hueOf(a2 * stretch, b2)];
  const turn = ((h2 - h1 + 540) % 360) - 180;
  const bigH = 2 * Math.sqrt(c1 * c2) * Math.sin(radians(turn / 2));
  const [lightness, chroma] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const hue = c1 * c2 === 0 ? h1 + h2 : (h1 + turn / 2 + 360) % 360;
  const t =
    1 -
    0.17 * Math.cos(radians(hue - 30)) +
    0.24 * Math.cos(radians(2 * hue)) +
    0.32 * Math.cos(radians(3 * hue + 6)) -
    0.2 * Math.cos(radians(4 * hue - 63));
  const inL = (l2 - l1) / (1 + (0.015 * (lightness - 50) ** 2) / Math.sqrt(20 + (lightness - 50) ** 2));
  const inC = (c2 - c1) / (1 + 0.045 * chroma);
  const inH = bigH / (1 + 0.015 * chroma * t);
  const rotation = -2 * share(chroma) * Math.sin(radians(60 * Math.exp(-(((hue - 275) / 25) ** 2))));
  return Math.sqrt(inL ** 2 + inC ** 2 + inH ** 2 + rotation * inC * inH);
}

function hueOf(a: number, b: number): number {
  return a === 0 && b === 0 ? 0 : ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
}
