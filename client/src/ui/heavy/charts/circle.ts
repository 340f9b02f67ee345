/** A place on a circle, with the angle of its label in degrees: labels are read from outside, none upside down. */
export interface CirclePlace {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly isLeft: boolean;
}

/** So many places on a circle around a point, the first one on top, clockwise. */
export function circleOf(count: number, centre: number, radius: number): CirclePlace[] {
  return Array.from({ length: count }, (_, index) => {
    const turn = (index / count) * 2 * Math.PI - Math.PI / 2;
    const isLeft = Math.cos(turn) < -1e-9;
    return {
      x: centre + radius * Math.cos(turn),
      y: centre + radius * Math.sin(turn),
      angle: (turn * 180) / Math.PI + (isLeft ? 180 : 0),
      isLeft,
    };
  });
}

/** How far a line bends to the middle: neighbours' lines stay apart from the circle. */
const BEND = 0.6;

/** A line from one place to another that bends to the middle of the circle. */
export function bendOf(from: CirclePlace, to: CirclePlace, centre: number): string {
  const middle = (a: number, b: number): number => {
    const straight = (a + b) / 2;
    return straight + (centre - straight) * BEND;
  };
  return `M${from.x} ${from.y}Q${middle(from.x, to.x)} ${middle(from.y, to.y)} ${to.x} ${to.y}`;
}
