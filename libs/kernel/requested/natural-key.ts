import { IntegerField } from '#kernel/requested/field';
import { Transform } from 'class-transformer';

/** A thing's own number in the address, as `2` in `/v1/policies/incentives/2`: digits alone, and none in front for show. */
const NUMBER = /^[1-9]\d{0,5}$/;

/** The number of a version, carried by the address. */
export const VersionField = (): PropertyDecorator => (target, key) => {
  IntegerField({ path: true, min: 1, max: 999_999 })(target, key);
  // An address is text; what is no such number stays text and is told as one.
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && NUMBER.test(value) ? Number(value) : value,
  )(target, key);
};
