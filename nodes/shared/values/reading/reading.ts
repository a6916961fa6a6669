import { invalidInput, type ItemFailure } from '../../contract/failure';
import { invalidDate, isInvalidDate } from './invalidDate';
import { shown } from '../shown';
import type { INodeProperties } from 'n8n-workflow';

/** What a reader knows of the field that a value was found in. */
export interface Reading {
	/** As the editor shows it. */
	label: string;
	/** Of the workflow, as in "Europe/Berlin". */
	timeZone: string;
	/** The least and the greatest number that the field takes. */
	min?: number;
	max?: number;
	/** The entries of a dropdown, as far as they are known. */
	choices?: INodeProperties['options'];
	/** Where telephone numbers without country code belong, as it was chosen or written. */
	defaultCountry?: unknown;
	/** It filters what is read, alone or as the start of a range. */
	filters?: 'alone' | 'from';
	/** Of an ID: what lists the right ones, in a sentence. */
	wayToIds?: string;
	/** Who has filled it in is a model, which makes up what it does not know. */
	isTool?: boolean;
	/** Send a text to a person even if it looks as if a value were missing in it. */
	sendsUnfilled?: boolean;
	/** Hears of a field with what says nothing within JSON, and is not sent. */
	leftOut?: (label: string) => void;
	/** What was written to make this text, with expressions between its words. */
	templateOf?: (text: string) => string | undefined;
}

/** What of a field's definition limits its values. */
export type Limits = Pick<Reading, 'min' | 'max' | 'choices'>;

export const limitsOf = ({ typeOptions, options }: INodeProperties): Limits => ({
	min: typeOptions?.minValue,
	max: typeOptions?.maxValue,
	choices: options,
});

/**
 * Turns what a person, a spreadsheet or an expression hands in into the one form that is sent. It is asked only where there is something
 * to read, see `isNothing`; what it returns it reads as the same.
 * @throws ItemFailure of kind `input` naming field and remedy
 */
export type Reader<T> = (value: unknown, reading: Reading) => T;

/**
 * For a value that a reader cannot take.
 * @param requirement as in "a date"
 * @param fault what is wrong, as in "it has no year", where the requirement does not say it
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

/** For a field that must not be passed over. @param without what would happen without it */
export const addedButEmpty = ({ displayName }: Pick<INodeProperties, 'displayName'>, without: string): ItemFailure =>
	invalidInput(
		`"${displayName}" was added, but is empty`,
		`Without it, ${without}. Fill it in, or take "${displayName}" out.`,
	);

/** For an expression that should narrow what an operation reaches. */
export const narrowsNothing = ({ displayName }: Pick<INodeProperties, 'displayName'>): ItemFailure =>
	invalidInput(
		`The expression in "${displayName}" brought nothing`,
		`Without it, the operation would reach more records than you mean. Correct the expression, or empty "${displayName}".`,
	);

/** For an expression that brings something with parts where a single value is wanted. */
export const notSingle = (value: unknown, { label }: Pick<Reading, 'label'>): ItemFailure =>
	isInvalidDate(value)
		? invalidDate(value, label)
		: invalidInput(
				`"${label}" must be a single value (got ${Array.isArray(value) ? 'a list' : 'an object'})`,
				`It is ${shown(value)}. Choose the field inside it that you mean.`,
			);
