/** A line of the table, ready to print. */
export interface Line {
	work: string;
	measure: string;
	ours: string;
	theirs: string;
	ratio: string;
	target: string;
	met: string;
	runs: string;
}

interface Measured {
	work: string;
	measure: string;
	unit: string;
	ours: number;
	theirs?: number;
	/** The name of the other node, for its figure `theirs`. */
	beside?: string;
	runs?: string;
}

const HEADINGS: Line = {
	work: 'Work',
	measure: 'Measured',
	ours: 'Ours',
	theirs: 'Beside it',
	ratio: 'Ratio',
	target: 'Target',
	met: 'Met',
	runs: 'Runs',
};

const yesOrNo = (met: boolean | undefined): string => (met === undefined ? '' : met ? 'yes' : '**no**');

/** Three significant digits; whole numbers from 1,000 on. */
export function shown(value: number): string {
	return value >= 1000 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(3)));
}

/** Collects the measurements. */
export class Table {
	readonly lines: Line[] = [];

	/** Ours beside theirs; the target is on the ratio. @returns the ratio */
	compare({ target, ...measured }: Measured & { theirs: number; beside: string; target?: number }): number {
		const ratio = measured.ours / measured.theirs;
		this.add(measured, {
			ratio: ratio.toFixed(2),
			target: target === undefined ? '' : `ratio at most ${target}`,
			met: yesOrNo(target === undefined ? undefined : ratio <= target),
		});
		return ratio;
	}

	/** A target on our own figure; theirs is only shown beside it. */
	limit({ target, ...measured }: Measured & { target: number }): void {
		this.add(measured, {
			ratio: '',
			target: `at most ${shown(target)} ${measured.unit}`,
			met: yesOrNo(measured.ours <= target),
		});
	}

	/** A statement that is true or false. */
	fact(work: string, measure: string, ours: string, target: string, met: boolean): void {
		this.lines.push({ work, measure, ours, theirs: '', ratio: '', target, met: yesOrNo(met), runs: '1' });
	}

	/** A missing measurement, and the reason. */
	failure(work: string, reason: string): void {
		this.lines.push({
			work,
			measure: 'not measured',
			ours: reason,
			theirs: '',
			ratio: '',
			target: '',
			met: '',
			runs: '',
		});
	}

	/** The table as Markdown. */
	markdown(): string {
		const columns = Object.keys(HEADINGS) as Array<keyof Line>;
		const row = (line: Line) => `| ${columns.map((column) => line[column].replaceAll('|', '\\|')).join(' | ')} |`;
		return [row(HEADINGS), `|${columns.map(() => '---').join('|')}|`, ...this.lines.map(row)].join('\n');
	}

	private add(measured: Measured, verdict: Pick<Line, 'ratio' | 'target' | 'met'>): void {
		const { work, measure, unit, ours, theirs, beside = '', runs = '' } = measured;
		const besideIt = theirs === undefined ? '' : `${shown(theirs)} ${unit} (${beside})`;
		this.lines.push({ work, measure, ours: `${shown(ours)} ${unit}`, theirs: besideIt, ...verdict, runs });
	}
}
