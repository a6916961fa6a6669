import { isExample } from './exampleWords';
import { unaccented } from './names';
import { plainWords, visible } from './placeholder';

/** Words for an unknown name, in the languages of most exports. "Unknown Smith" is a person. */
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

/** `<name>`, `[Name]`, `{{name}}`, `{"name":"Jane"}`: a place to fill in, or a name inside of another form. */
const WITHIN_MARKS = /^(?:<.*>|\[.*\]|\$?\{.*\}|%.*%)$/s;

const LONGEST_WORDS = 40;

/** Whether a name is something else: `?`, `[Name]`, a telephone number, an email or web address. */
export function isOtherThanName(value: unknown): boolean {
	if (typeof value !== 'string') return false;
	const text = visible(value);
	return (
		text !== '' &&
		(!HAS_LETTER.test(text) || WITHIN_MARKS.test(text) || EMAIL_ADDRESS.test(text) || WEB_ADDRESS.test(text))
	);
}

/** Whether a text is not a person's name: also `Unknown`, `LinkedIn Member`, or `Full name`. */
export function isPlaceholderName(value: unknown): boolean {
	if (typeof value !== 'string') return false;
	return (
		isOtherThanName(value) ||
		(value.length <= LONGEST_WORDS && (NO_NAME.has(plainWords(unaccented(visible(value)))) || isExample(value)))
	);
}
