/** A model has no buttons, settings and options of n8n: what to do with them is said to people. */
const OF_EDITOR =
	/(?:\bthen |^|, )press |\b(?:turn|switch) (?:on|off) |\bset On Error |\bmanual execution|\brun this item |\bthe log of n8n|\bunder (?:Additional Fields|(?:Request )?Options|Settings)\b/i;

/** Makes one sentence with what follows. */
const OPENS = /^(?:for|if|to|when|with|without) /i;

const CLAUSE = /(, (?:and|or) |[,;:] )/;

function saidToModel(sentence: string): string {
	if (!OF_EDITOR.test(sentence)) return sentence;
	const parts = sentence.split(CLAUSE);
	const from = parts.findIndex((part) => OF_EDITOR.test(part));
	if (from === 0 || OPENS.test(sentence)) return '';
	return `${parts.slice(0, from - 1).join('')}.`;
}

/** A remedy without what only a person before n8n's editor can do. */
export const forModel = (remedy: string): string =>
	remedy
		.split(/(?<=[.!?]) (?=\p{Lu})/u)
		.map(saidToModel)
		.filter(Boolean)
		.join(' ');
