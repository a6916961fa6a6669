import { lookAgainField } from '../../ending/lookAgainField';

export const lookAgainOption = lookAgainField(
	'Go on when the API has summary and recording of the calls, or this time after the last has ended. Without this option the execution goes on when all have ended; what is empty then is taken from the reports.',
);
