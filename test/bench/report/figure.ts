/** One measured number, what it is held against, and what was aimed at. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it was measured against, in the same run and in turn with it. */
  readonly against?: { readonly name: string; readonly value: number };
  readonly aim?: Aim;
}

/** `of: 'ratio'` judges value ÷ reference, which holds on any machine; `of: 'value'` judges the number itself. */
export interface Aim {
  readonly of: 'value' | 'ratio';
  readonly is: '≥' | '≤';
  readonly than: number;
}

export interface Judged extends Figure {
  readonly ratio?: number;
  readonly met?: boolean;
}

export function judged(figure: Figure): Judged {
  const { value, against, aim } = figure;
  const ratio = against === undefined ? undefined : value / against.value;
  const compared = aim?.of === 'ratio' ? ratio : value;
  const met = aim === undefined || compared === undefined ? undefined : holds(compared, aim);
  return { ...figure, ...(ratio === undefined ? {} : { ratio }), ...(met === undefined ? {} : { met }) };
}

const holds = (value: number, { is, than }: Aim): boolean => (is === '≥' ? value >= than : value <= than);
