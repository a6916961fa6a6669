import type { Census, Found, Scenario } from './census';

const described = ({ fault, faultOfRetry, stopOnFailure }: Scenario, { places }: Census): string =>
	[
		`${fault.kind} at point ${fault.at} (${places[fault.at - 1]})`,
		faultOfRetry && `${faultOfRetry.kind} of the Retry at point ${faultOfRetry.at}`,
		`On Error = ${stopOnFailure ? 'Stop' : 'Continue'}`,
	]
		.filter(Boolean)
		.join(', ');

/** The false outcomes, in words. */
export const liesOf = (census: Census, scenario: Scenario, { lies }: Pick<Found, 'lies'>): string[] =>
	lies.map((lie) => `${described(scenario, census)}: ${lie}`);
