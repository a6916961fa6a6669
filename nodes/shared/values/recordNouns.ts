import { unaccented } from './names';
import { plainWords } from './placeholder';
import { wordSet } from './wordSet';

/** Words of people and models for the number of a record. */
const ID_WORDS = wordSet('id ids identifier identifiers uuid guid');

/** Words that may come with it. */
const BESIDE = wordSet(
	'the a an my your our this that these of for from and no number nr key record object person people contact customer user',
);

/** One word for each kind of record, for all names that vendors and people use. */
const KINDS: Readonly<Record<string, string>> = {
	agent: 'agent',
	agents: 'agent',
	assistant: 'agent',
	business: 'workspace',
	team: 'workspace',
	workspace: 'workspace',
	call: 'call',
	calls: 'call',
	campaign: 'campaign',
	campaigns: 'campaign',
	kampagne: 'campaign',
	kampagnen: 'campaign',
	campana: 'campaign',
	campanas: 'campaign',
	campagne: 'campaign',
	campagna: 'campaign',
	campanha: 'campaign',
	case: 'case',
	cases: 'case',
	matter: 'case',
	chat: 'conversation',
	conversation: 'conversation',
	thread: 'conversation',
	client: 'client',
	clients: 'client',
	communication: 'run',
	execution: 'run',
	run: 'run',
	runs: 'run',
	context: 'source',
	source: 'source',
	sources: 'source',
	delivery: 'delivery',
	entry: 'entry',
	event: 'event',
	events: 'event',
	import: 'list',
	list: 'list',
	lead: 'lead',
	leads: 'lead',
	message: 'message',
	model: 'model',
	offering: 'product',
	product: 'product',
	prompt: 'prompt',
	prospect: 'prospect',
	prospects: 'prospect',
	sequence: 'sequence',
	tool: 'tool',
	trace: 'trace',
	voice: 'voice',
	webhook: 'webhook',
	window: 'window',
	workflow: 'workflow',
	workflows: 'workflow',
};

/** `campaignId` has two words. */
const apart = (text: string): string => text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');

/** The words of a text in lower case. */
export const wordsOf = (text: string): string[] =>
	plainWords(unaccented(apart(text)))
		.split(' ')
		.filter((word) => word !== '');

/** Whether a word means an ID. */
export const isIdWord = (word: string): boolean => ID_WORDS.has(word);

/** The kinds of records that a text names. */
export const kindsIn = (text: string): Set<string> =>
	new Set(wordsOf(text).flatMap((word) => (Object.hasOwn(KINDS, word) ? [KINDS[word] ?? ''] : [])));

/** Whether a word is about records and their IDs in general, not about one record. */
export const speaksOfRecords = (word: string): boolean =>
	ID_WORDS.has(word) || BESIDE.has(word) || Object.hasOwn(KINDS, word);
