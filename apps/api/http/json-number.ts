/**
 * Whether a JSON number comes through a double unchanged: a safe integer or a decimal of which no digit is lost.
 * −0 is refused too, since its canonical form is 0.
 */
export function survivesDouble(text: string): boolean {
  // Up to 15 significant digits always survive, and almost every number is such an integer.
  if (text.length <= 15 && !/[.eE-]/.test(text)) return true;
  const value = Number(text);
  if (!Number.isFinite(value) || Object.is(value, -0)) return false;
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return false;
  return decimal(text) === decimal(String(value));
}

/** `12.50e3` and `12500` as one text: sign, digits without outer zeros, power of ten. */
function decimal(text: string): string {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = trimZeros(digits);
  if (significant === '') return '0';
  return `${sign}${significant}e${Number(power) - fraction.length + digits.length - significant.length}`;
}

/** By hand: `/0+$/` looks again from every zero, quadratic on a body full of them. */
function trimZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end -= 1;
  return digits.slice(0, end);
}
