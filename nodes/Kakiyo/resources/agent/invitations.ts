import type { ItemParameters } from '../../../shared/contract/operation';
import { entriesIn } from '../../../shared/operations/readers';
import { workingDaysField } from './workingHours';
import { stringOf } from '../../../shared/values/text';

/** What people report who automate LinkedIn: it names no number, and restricts accounts that send many more. */
const INVITATIONS_A_WEEK = 100;

/** Kakiyo's own working days, from Monday to Friday, where none are chosen. */
const USUAL_DAYS = 5;

/**
 * For an agent that may send more invitations than LinkedIn bears.
 * @param collection of the field with the number a day, and of the working days
 */
export const invitationWarning =
	(collection: string, field: string, label: string) =>
	(item: ItemParameters): string[] => {
		const perDay = item.parameter(`${collection}.${field}`, 0);
		const days = entriesIn(item, `${collection}.${workingDaysField.name}`).length || USUAL_DAYS;
		const perWeek = Number(perDay) * days;
		if (perWeek <= INVITATIONS_A_WEEK) return [];
		return [
			`"${label}" is ${stringOf(perDay)} a day, which is up to ${perWeek} a week on ${days} working days: LinkedIn bears about ${INVITATIONS_A_WEEK} a week, and restricts accounts that send more.`,
		];
	};
