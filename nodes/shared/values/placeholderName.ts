import { isExample } from './exampleWords';
import { unaccented } from './names';
import { plainWords, visible } from './placeholder';

/** What stands where a name is not known, in the languages that most exports have. "Unknown Smith" is somebody. */
const NO_NAME = new Set(
	[
		'unknown,unknown unknown,name unknown,unknown name,no name,noname,not known,anonymous,anon',
		'linkedin member,linkedin user,linkedin mitglied,miembro de linkedin,utilisateur linkedin,membre linkedin,membre de linkedin,membro do linkedin,usuario do linkedin,membro di linkedin,utente linkedin,linkedin lid',
		'desconocido,desconocida,sin nombre,inconnu,inconnue,sans nom,unbekannt,ohne name,sconosciuto,sconosciuta,senza nome,onbekend,naamloos,desconhecido,desconhecida,sem nome',
	].flatMap((line) => line.split(',')),
);

const HAS_LETTER = /\p{L}/u;

const EMAIL_ADDRESS = /^[^\s@]+@[^\s@.]+\.[^\s@]+$/;

/** `https://...`, `www...`, `linkedin.com/in/...`, `in/ann-lee`. */
const WEB_ADDRESS = /^(?:https?:\/|www\.|(?:[a-z0-9-]+\.)*linkedin\.com(?:\/|$)|\/?in\/\S+$)/i;

/** `<name>`, `[Name]`, `{{name}}`, `{"name":"Jane"}`: to be filled in, or not taken out. */
const WITHIN_MARKS = /^(?:<.*>|\[.*\]|\$?\{.*\}|%.*%)$/s;

const LONGEST_WORDS = 40;

/** Whether something else stands where a name should: `?`, `[Name]`, a telephone number, an email or web address. */
export function isOtherThanName(value: unknown): boolean {
	if (typeof value !== 'string') return false;
	const text = visible(value);
	return (
		text !== '' &&
		(!HAS_LETTER.test(text) || WITHIN_MARKS.test(text) || EMAIL_ADDRESS.test(text) || WEB_ADDRESS.test(text))
	);
}

/** Whether what should be a person's name is none: also `Unknown`, `LinkedIn Member`, or `Full name`. */
export function isPlaceholderName(value: unknown): boolean {
	if (typeof value !== 'string') return false;
	return (
		isOtherThanName(value) ||
		(value.length <= LONGEST_WORDS && (NO_NAME.has(plainWords(unaccented(visible(value)))) || isExample(value)))
	);
}
