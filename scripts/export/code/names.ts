import ts from 'typescript';

/** The names that a piece of code declares, without those inside of it. */
export function namesGivenBy(unit: ts.Node): string[] {
	if (ts.isVariableStatement(unit)) return unit.declarationList.declarations.flatMap(({ name }) => boundBy(name));
	if (ts.isBindingElement(unit)) return boundBy(unit.name);
	if (ts.isImportSpecifier(unit)) return [unit.name.text];
	if (ts.isImportDeclaration(unit)) return importedBy(unit);
	const isNamed =
		ts.isFunctionDeclaration(unit) ||
		ts.isClassDeclaration(unit) ||
		ts.isInterfaceDeclaration(unit) ||
		ts.isTypeAliasDeclaration(unit);
	return isNamed && unit.name ? [unit.name.text] : [];
}

const boundBy = (name: ts.BindingName): string[] =>
	ts.isIdentifier(name)
		? [name.text]
		: name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundBy(element.name) : []));

function importedBy({ importClause }: ts.ImportDeclaration): string[] {
	const bindings = importClause?.namedBindings;
	return [
		...(importClause?.name ? [importClause.name.text] : []),
		...(bindings && ts.isNamespaceImport(bindings) ? [bindings.name.text] : []),
		...(bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : []),
	];
}

/** Whether an identifier refers to a name declared elsewhere: it is neither the name of a member nor a declaration. */
export function isReference(node: ts.Identifier): boolean {
	const { parent } = node;
	if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
	if (ts.isQualifiedName(parent)) return parent.left === node;
	if (ts.isImportSpecifier(parent) || ts.isImportClause(parent)) return false;
	if (ts.isExportSpecifier(parent)) return (parent.propertyName ?? parent.name) === node;
	if (ts.isShorthandPropertyAssignment(parent)) return true;
	const isNamed = ts.isDeclarationStatement(parent) || ts.isVariableDeclaration(parent) || ts.isBindingElement(parent);
	const isMember = ts.isTypeElement(parent) || ts.isClassElement(parent) || ts.isObjectLiteralElement(parent);
	if (isNamed || isMember || ts.isParameter(parent)) {
		const isProperty = ts.isBindingElement(parent) && parent.propertyName === node;
		return parent.name !== node && !isProperty;
	}
	return true;
}

/** Whether an identifier reads its value: a name that is only written to, or only called by itself, is unused. */
export function isRead(node: ts.Identifier): boolean {
	if (!isReference(node)) return false;
	const { parent } = node;
	const isWritten =
		ts.isBinaryExpression(parent) &&
		parent.left === node &&
		parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
		ts.isExpressionStatement(parent.parent);
	return (
		!isWritten &&
		!ts.findAncestor(node, (around) => ts.isFunctionDeclaration(around) && around.name?.text === node.text)
	);
}

const isExported = (unit: ts.Node): boolean =>
	ts.canHaveModifiers(unit) && (ts.getModifiers(unit) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** The names under which other files know a declaration. */
export function exportedBy(unit: ts.Node): string[] {
	if (ts.isExportSpecifier(unit)) return [unit.name.text];
	if (ts.isExportDeclaration(unit))
		return unit.exportClause && ts.isNamedExports(unit.exportClause)
			? unit.exportClause.elements.map(({ name }) => name.text)
			: [];
	return isExported(unit) ? namesGivenBy(unit) : [];
}
