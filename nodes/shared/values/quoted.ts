import { shown } from './shown';

const quoted = (name: unknown): string => `"${shown(name)}"`;

/**
 * `"a", "b" and "c"`.
 * @param most how many are named; of the others, the number is given
 */
export function quotedList(names: readonly unknown[], most = Infinity): string {
	const shown = names.slice(0, most).map(quoted);
	const hidden = names.length - shown.length;
	const parts = hidden > 0 ? [...shown, `${hidden} more`] : shown;
	return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts.join('');
}
