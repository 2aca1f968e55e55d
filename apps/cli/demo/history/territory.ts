import { present } from '#kernel/assert/assert';
import type { SubjectId } from '#kernel/subjects/subject-id';
import { districtsOf } from '../sources/districts';
import type { DemoPartner } from '../sources/partners';
import { DEMO_PARTNERS } from '../sources/partners';

/** Where a state has no district in the list, provisional ones, as program staff would register them. */
const PROVISIONAL = 6;
const SCHOOLS_A_DISTRICT = 8;

/**
 * The districts that a partner works with: of each of its states the share that falls to it among the partners there, so
 * that no two partners claim one outcome unless a scene wants it.
 */
export function districtsFor({ slug, states }: DemoPartner): readonly SubjectId[] {
  return states.flatMap((state) => {
    const neighbours = DEMO_PARTNERS.filter((partner) => partner.states.includes(state));
    const position = neighbours.findIndex((partner) => partner.slug === slug);
    return inState(state).filter((_id, index) => index % neighbours.length === position);
  });
}

function inState(state: string): readonly SubjectId[] {
  const listed = districtsOf(state).map((id): SubjectId => `lea:${id}`);
  if (listed.length > 0) return listed;
  return Array.from(
    { length: PROVISIONAL },
    (_, index): SubjectId => `local:${state.toLowerCase()}-district-${index + 1}`,
  );
}

/** Schools of the partner's districts: a NCES school id is its district's and five digits more. */
export function schoolsFor(partner: DemoPartner): readonly SubjectId[] {
  return districtsFor(partner).flatMap((district, at) =>
    Array.from({ length: SCHOOLS_A_DISTRICT }, (_, index) => schoolOf(district, 107 * (at + 1) + 31 * index)),
  );
}

function schoolOf(district: SubjectId, number: number): SubjectId {
  if (!district.startsWith('lea:')) return `local:${district.slice('local:'.length)}-school-${number}`;
  return `school:${district.slice('lea:'.length)}${String(number).padStart(5, '0')}`;
}

/** A school of another state, which no partner there works with. */
export function schoolBeyond({ states }: DemoPartner, number: number): SubjectId {
  const elsewhere = present(
    DEMO_PARTNERS.find((partner) => !partner.states.some((state) => states.includes(state))),
    'a partner of another state',
  );
  const district = present(districtsFor(elsewhere)[0], 'a district of another state');
  return schoolOf(district, 90_000 + number);
}
