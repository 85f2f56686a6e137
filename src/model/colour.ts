import { z } from "zod";

/** `#rrggbb`, lower case: how an entry's colour is kept. */
export const colourSchema = z.string().regex(/^#[0-9a-f]{6}$/, "expected a colour as #rrggbb");

/** Three numbers: linear red, green, blue from 0 to 1; or OKLab's L (0 to 1), a, b. */
type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/**
 * What an entry's colour is drawn on, and how it is mixed to be drawn there, as `ui/tokens.css` has
 * it: `--tint-…`, and `--mark-lift` in the article text. A test compares the two.
 */
export const pages = {
  light: {
    grounds: ["#fdfcf9", "#ffffff", "#f5f3ee"],
    ink: "#000000",
    textShare: 0.74,
    lineShare: 1,
    chipGround: "#ffffff",
    markInk: "#1c1b19",
    markLift: 0,
  },
  dark: {
    grounds: ["#171614", "#201f1c", "#1b1a18"],
    ink: "#ffffff",
    textShare: 0.48,
    lineShare: 0.66,
    chipGround: "#201f1c",
    markInk: "#ece8df",
    markLift: 0.35,
  },
} as const;

/** How much of its colour the ground of a chip has. */
const chipShare = 0.13;

/** WCAG 2.2: graphics (1.4.11) and text (1.4.3) against what they stand on. */
const lineContrast = 3;
const textContrast = 4.5;

/**
 * The colour itself where it can be seen as a line (3 : 1) and read as text (4.5 : 1) on the light
 * page and on the dark one; else the same hue, so much lighter or darker that it can. What is no
 * `#rrggbb` comes back as it is.
 */
export function legible(colour: string): string {
  const known = adjusted.get(colour);
  if (known !== undefined) return known;
  if (!colourSchema.safeParse(colour).success) return colour;
  const found = canBeSeen(colour) ? colour : nearestSeen(colour);
  adjusted.set(colour, found);
  return found;
}

const adjusted = new Map<string, string>();

/** What keeps a colour from being used as it is, in words that end a sentence; null when nothing does. */
export function colourFault(colour: string): string | null {
  if (canBeSeen(colour)) return null;
  return passes(colour, pages.light)
    ? "too dark to be seen on the dark page"
    : "too light to be seen on the light page";
}

/** WCAG's contrast ratio of two colours, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/**
 * How far apart two colours look, as a distance in OKLab (0 to about 1; 0.02 is just seen): the
 * least of what a reader with full colour vision sees, one without green cones, and one without red
 * ones.
 */
export function colourDistance(a: string, b: string): number {
  const [left, right] = [linear(a), linear(b)];
  return Math.min(
    apart(left, right),
    ...[deuteranopia, protanopia].map((view) => apart(seen(view, left), seen(view, right))),
  );
}

function canBeSeen(colour: string): boolean {
  return passes(colour, pages.light) && passes(colour, pages.dark);
}

function passes(colour: string, page: (typeof pages)["light" | "dark"]): boolean {
  const line = mix(colour, page.ink, page.lineShare);
  const mark = mix(colour, page.markInk, 1 - page.markLift);
  const text = mix(colour, page.ink, page.textShare);
  const chip = mix(colour, page.chipGround, chipShare);
  return (
    page.grounds.every((ground) => contrast(line, ground) >= lineContrast) &&
    contrast(mark, page.grounds[0]) >= lineContrast &&
    contrast(text, chip) >= textContrast &&
    page.grounds.every((ground) => contrast(text, ground) >= textContrast)
  );
}

/** Steps of lightness small enough that the next is hardly told from the last. */
const lightnessStep = 0.005;

function nearestSeen(colour: string): string {
  const [lightness, a, b] = oklab(linear(colour));
  for (let off = lightnessStep; off <= 1; off += lightnessStep)
    for (const moved of [lightness - off, lightness + off]) {
      if (moved < 0 || moved > 1) continue;
      const candidate = inGamut(moved, a, b);
      if (canBeSeen(candidate)) return candidate;
    }
  throw new Error(`No lightness of ${colour} can be seen on both pages`);
}

/** The colour of this lightness and hue, with as much of its chroma as a screen can show. */
function inGamut(lightness: number, a: number, b: number): string {
  for (let share = 1; share > 0; share -= 0.02) {
    const rgb = fromOklab([lightness, a * share, b * share]);
    if (rgb.every((value) => value >= -0.0005 && value <= 1.0005)) return hex(rgb);
  }
  return hex(fromOklab([lightness, 0, 0]));
}

/** CSS `color-mix(in oklab, a share, b)`. */
function mix(a: string, b: string, share: number): string {
  const [from, to] = [oklab(linear(b)), oklab(linear(a))];
  return hex(fromOklab(each((i) => from[i] + (to[i] - from[i]) * share)));
}

function luminance(colour: string): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function apart(a: Triple, b: Triple): number {
  const [left, right] = [oklab(a), oklab(b)];
  return Math.hypot(...each((i) => left[i] - right[i]));
}

/** Machado, Oliveira and Fernandes 2009, table 1, severity 1; for linear RGB. */
const deuteranopia: Matrix = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
];
const protanopia: Matrix = [
  [0.152286, 1.052583, -0.204868],
  [0.114503, 0.786281, 0.099216],
  [-0.003882, -0.048116, 1.051998],
];

function seen(view: Matrix, rgb: Triple): Triple {
  const [red, green, blue] = times(view, rgb);
  return [clamped(red), clamped(green), clamped(blue)];
}

/** Ottosson 2020, "A perceptual color space for image processing". */
function oklab(rgb: Triple): Triple {
  const [l, m, s] = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)],
  );
}

function fromOklab(lab: Triple): Triple {
  const [l, m, s] = times(
    [
      [1, 0.3963377774, 0.2158037573],
      [1, -0.1055613458, -0.0638541728],
      [1, -0.0894841775, -1.291485548],
    ],
    lab,
  );
  return times(
    [
      [4.0767416621, -3.3077115913, 0.2309699292],
      [-1.2684380046, 2.6097574011, -0.3413193965],
      [-0.0041960863, -0.7034186147, 1.707614701],
    ],
    [l ** 3, m ** 3, s ** 3],
  );
}

function times(matrix: Matrix, by: Triple): Triple {
  const row = (values: Triple) => values[0] * by[0] + values[1] * by[1] + values[2] * by[2];
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

function each(valueOf: (i: 0 | 1 | 2) => number): Triple {
  return [valueOf(0), valueOf(1), valueOf(2)];
}

/** sRGB's transfer function (IEC 61966-2-1), each way. */
function linear(colour: string): Triple {
  return each((i) => {
    const value = Number.parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
}

function hex(rgb: Triple): string {
  const digits = rgb.map((value) => {
    const part = clamped(value);
    const coded = part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055;
    return Math.round(coded * 255)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${digits.join("")}`;
}

function clamped(value: number): number {
  return Math.min(1, Math.max(0, value));
}
