import type { ItemParameters } from '../../../shared/contract/operation';
import { entriesIn } from '../../../shared/operations/readers';
import { workingDaysField } from './workingHours';
import { stringOf } from '../../../shared/values/text';

/** A number from users' reports: LinkedIn publishes none, but restricts accounts that send many more. */
const INVITATIONS_A_WEEK = 100;

/** Kakiyo's default working days: Monday to Friday. */
const USUAL_DAYS = 5;

/**
 * Warns if an agent may send more invitations than LinkedIn accepts.
 * @param collection with the number per day and the working days
 */
export const invitationWarning =
	(collection: string, field: string, label: string) =>
	(item: ItemParameters): string[] => {
		const perDay = item.parameter(`${collection}.${field}`, 0);
		const days = entriesIn(item, `${collection}.${workingDaysField.name}`).length || USUAL_DAYS;
		const perWeek = Number(perDay) * days;
		if (perWeek <= INVITATIONS_A_WEEK) return [];
		return [
			`"${label}" is ${stringOf(perDay)} a day: up to ${perWeek} a week on ${days} working days. LinkedIn accepts about ${INVITATIONS_A_WEEK} a week and restricts accounts that send more.`,
		];
	};
