import { invalidInput, type ItemFailure } from '../../contract/failure';
import { invalidDate, isInvalidDate } from './invalidDate';
import { shown } from '../shown';
import type { INodeProperties } from 'n8n-workflow';

/** A reader's facts about the field of a value. */
export interface Reading {
	/** The editor's label. */
	label: string;
	/** Of the workflow, as in "Europe/Berlin". */
	timeZone: string;
	/** The least and the greatest number of the field. */
	min?: number;
	max?: number;
	/** The entries of a dropdown, as far as they are known. */
	choices?: INodeProperties['options'];
	/** The country of telephone numbers without country code, as chosen or written. */
	defaultCountry?: unknown;
	/** It filters a reading, alone or as the start of a range. */
	filters?: 'alone' | 'from';
	/** For an ID: where to find the right ones, in a sentence. */
	wayToIds?: string;
	/** A model has filled it in, and models invent unknown values. */
	isTool?: boolean;
	/** Send a text to a person even if a value seems to be missing in it. */
	sendsUnfilled?: boolean;
	/** Is called for a field with empty values within JSON, which are not sent. */
	leftOut?: (label: string) => void;
	/** The template of this text, with expressions between its words. */
	templateOf?: (text: string) => string | undefined;
}

/** The limits for values in a field's definition. */
export type Limits = Pick<Reading, 'min' | 'max' | 'choices'>;

/** The limits in the definition of a field. */
export const limitsOf = ({ typeOptions, options }: INodeProperties): Limits => ({
	min: typeOptions?.minValue,
	max: typeOptions?.maxValue,
	choices: options,
});

/**
 * Turns the value of a person, a spreadsheet or an expression into the one form that is sent. It is called only for
 * values that are not empty, see `isNothing`; its own result it returns unchanged.
 * @throws ItemFailure of kind `input` naming field and remedy
 */
export type Reader<T> = (value: unknown, reading: Reading) => T;

/**
 * For a value that a reader rejects.
 * @param requirement as in "a date"
 * @param fault as in "it has no year", if the requirement does not say it
 */
export const invalidValue = (
	value: unknown,
	{ label }: Pick<Reading, 'label'>,
	requirement: string,
	remedy: string,
	fault?: string,
): ItemFailure =>
	invalidInput(
		`"${label}" must be ${requirement} (got "${shown(value)}")${fault === undefined ? '' : `: ${fault}`}`,
		remedy,
	);

/**
 * For a field that must not be ignored.
 * @param without the effect of ignoring it
 */
export const addedButEmpty = ({ displayName }: Pick<INodeProperties, 'displayName'>, without: string): ItemFailure =>
	invalidInput(
		`"${displayName}" was added, but is empty`,
		`Without it, ${without}. Fill it in, or take "${displayName}" out.`,
	);

/** For an expression that should limit which records an operation affects. */
export const narrowsNothing = ({ displayName }: Pick<INodeProperties, 'displayName'>): ItemFailure =>
	invalidInput(
		`The expression in "${displayName}" brought nothing`,
		`Without it, the operation would reach more records than you mean. Correct the expression, or empty "${displayName}".`,
	);

/** For an expression that returns an object or a list instead of a single value. */
export const notSingle = (value: unknown, { label }: Pick<Reading, 'label'>): ItemFailure =>
	isInvalidDate(value)
		? invalidDate(value, label)
		: invalidInput(
				`"${label}" must be a single value (got ${Array.isArray(value) ? 'a list' : 'an object'})`,
				`It is ${shown(value)}. Choose the field inside it that you mean.`,
			);
