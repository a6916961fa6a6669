import { withoutInvisible } from './invisible';
import { trimmed } from './unseen';

/** A spreadsheet's marks that keep a value a text: `="02134"` and `'02134`. */
const KEPT_AS_TEXT = /^(?:="([^"]*)"|['\u2018\u2019](.*))$/su;

/** Most cells begin like this, and have no mark. */
const PLAIN = /^[\w+-][\t\n\r\x20-\x7e]*(?<!\s)$/;

/** A cell without a spreadsheet's marks, blanks around it and invisible characters. */
export function withoutMarks(cell: string): string {
	if (PLAIN.test(cell)) return cell;
	const text = trimmed(withoutInvisible(cell));
	const [, formula, apostrophe] = KEPT_AS_TEXT.exec(text) ?? [];
	return trimmed(formula ?? apostrophe ?? text);
}

const FULL_WIDTH = /[\uff01-\uff5e]/g;

/** Full-width letters and digits of East Asian keyboards as plain ones. */
export const narrowed = (text: string): string =>
	text.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
