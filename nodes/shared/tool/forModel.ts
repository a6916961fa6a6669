/** A model has no buttons, settings and options of n8n, so advice about them is removed. */
const OF_EDITOR =
	/(?:\bthen |^|, )press |\b(?:turn|switch) (?:on|off) |\bset On Error |\bmanual execution|\brun this item |\bthe log of n8n|\bunder (?:Additional Fields|(?:Request )?Options|Settings)\b/i;

/** Belongs to one sentence with the next text. */
const OPENS = /^(?:for|if|to|when|with|without) /i;

const CLAUSE = /(, (?:and|or) |[,;:] )/;

function saidToModel(sentence: string): string {
	if (!OF_EDITOR.test(sentence)) return sentence;
	const parts = sentence.split(CLAUSE);
	const from = parts.findIndex((part) => OF_EDITOR.test(part));
	if (from === 0 || OPENS.test(sentence)) return '';
	return `${parts.slice(0, from - 1).join('')}.`;
}

/** A remedy without the steps that only a person in n8n's editor can take. */
export const forModel = (remedy: string): string =>
	remedy
		.split(/(?<=[.!?]) (?=\p{Lu})/u)
		.map(saidToModel)
		.filter(Boolean)
		.join(' ');
