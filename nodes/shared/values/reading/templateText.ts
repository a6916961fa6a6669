import { plainWords } from '../placeholder';

/** Texts that a model writes instead of the message itself. */
const FILLER = /\blorem ipsum\b/i;
const TO_FOLLOW = new Set(['todo', 'to do', 'tbd', 'tba', 'tbc', 'fixme', 'to be determined', 'to be defined']);

/** "SMS text about the appointment": a description of a text. A real message says "you" or "we", or has a full stop. */
const ABOUT_TEXT =
	/^(?:(?:the|a|an|my|your|short|friendly|whole|full) ){0,3}(?:sms|message|text|email|reply|body)(?: (?:sms|message|text|body|content))? (?:that|which|about|regarding) [^.,:;!?]{2,60}$/i;

/** "Sure! Here is the SMS:": said to the user, not to the person. */
const PREAMBLE =
	/^(?:(?:sure(?: thing)?|certainly|of course|absolutely|okay|great)[!,.]? here(?:['’]s| is| are)\b|here(?:'s| is) (?:the|a|your|an) (?:\w+ )?(?:sms|draft)\b)/i;

/** Whether a model has written something other than the message for the person. */
export const isNoText = (text: string): boolean =>
	FILLER.test(text) || TO_FOLLOW.has(plainWords(text)) || ABOUT_TEXT.test(text) || PREAMBLE.test(text);
