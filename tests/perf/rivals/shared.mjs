/** What the rivals' pages have in common: the formula, the two numbers below the graph, the button. */

export const loss = (y, p) => -Math.log(y === 1 ? p : 1 - p);

/** Off the ends, where the loss is infinite, and on the grid that ours has as well. */
export const held = (p) => Math.min(0.999, Math.max(0.001, Math.round(p * 1000) / 1000));

/** The curve at 200 places, held to the frame. */
export const curve = (y) =>
  Array.from({ length: 200 }, (_, i) => {
    const p = 0.001 + (0.998 * i) / 199;
    return [p, Math.min(5, loss(y, p))];
  });

const field = (id) => document.getElementById(id);

export const show = (y, p) => {
  field('p').textContent = p.toFixed(3);
  field('loss').textContent = loss(y, p).toFixed(3);
};

/** Calls `change` with the other label at each press of the button. */
export const toggle = (change) => {
  let y = 1;
  field('label').addEventListener('click', () => {
    y = y === 1 ? 0 : 1;
    field('label').textContent = `y = ${y}`;
    change(y);
  });
};

/** The same event that ours has, so that one probe fits all. */
export const ready = () => document.dispatchEvent(new Event('bce-ready'));
