using System.Collections.Immutable;

namespace GraphQL.Language;

internal ref partial struct SyntaxParser
{
    private OperationDefinition ParseAnonymousQuery()
    {
        CountNode();
        var start = _lexer.Start;
        var selections = ParseSelectionSet();
        return new OperationDefinition { Operation = OperationType.Query, SelectionSet = selections, Start = start, End = _lexer.PreviousEnd };
    }

    private OperationDefinition ParseOperation(int start, StringValue? description)
    {
        CountNode();
        var operation = ParseOperationType();
        var name = _lexer.Kind == TokenKind.Name ? ParseName() : null;
        var variables = ParseVariableDefinitions();
        var directives = ParseDirectives(isConstant: false);
        var selections = ParseSelectionSet();
        return new OperationDefinition
        {
            Description = description,
            Operation = operation,
            Name = name,
            Variables = variables,
            Directives = directives,
            SelectionSet = selections,
            Start = start,
            End = _lexer.PreviousEnd,
        };
    }

    private OperationType ParseOperationType()
    {
        var start = _lexer.Start;
        OperationType? operation = IsKeyword("query"u8) ? OperationType.Query
            : IsKeyword("mutation"u8) ? OperationType.Mutation
            : IsKeyword("subscription"u8) ? OperationType.Subscription
            : null;
        Expect(TokenKind.Name);
        return operation ?? throw SyntaxErrors.At(_source, start, "expected query, mutation or subscription.");
    }

    private ImmutableArray<VariableDefinition> ParseVariableDefinitions()
    {
        var variables = new NodeList<VariableDefinition>();
        if (!Take(TokenKind.ParenthesisOpen))
            return [];
        do
        {
            variables.Add(ParseVariableDefinition());
        }
        while (!Take(TokenKind.ParenthesisClose));

        return variables.ToImmutable();
    }

    private VariableDefinition ParseVariableDefinition()
    {
        CountNode();
        var start = _lexer.Start;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var defaultValue = Take(TokenKind.EqualsSign) ? ParseValue(isConstant: true) : null;
        var directives = ParseDirectives(isConstant: true);
        return new VariableDefinition
        {
            Description = description,
            Variable = variable,
            Type = type,
            DefaultValue = defaultValue,
            Directives = directives,
            Start = start,
            End = _lexer.PreviousEnd,
        };
    }

    private SelectionSet ParseSelectionSet()
    {
        CountNode();
        var start = _lexer.Start;
        Expect(TokenKind.BraceOpen);
        Enter();
        var selections = new NodeList<Selection>();
        do
        {
            selections.Add(_lexer.Kind == TokenKind.Spread ? ParseFragment() : ParseField());
        }
        while (!Take(TokenKind.BraceClose));

        Leave();
        return new SelectionSet { Selections = selections.ToImmutable(), Start = start, End = _lexer.PreviousEnd };
    }

    private Field ParseField()
    {
        CountNode();
        var start = _lexer.Start;
        var name = ParseName();
        Name? alias = null;
        if (Take(TokenKind.Colon))
        {
            alias = name;
            name = ParseName();
        }

        var arguments = ParseArguments(isConstant: false);
        var directives = ParseDirectives(isConstant: false);
        var selections = _lexer.Kind == TokenKind.BraceOpen ? ParseSelectionSet() : null;
        return new Field
        {
            Alias = alias,
            Name = name,
            Arguments = arguments,
            Directives = directives,
            SelectionSet = selections,
            Start = start,
            End = _lexer.PreviousEnd,
        };
    }

    private ImmutableArray<Argument> ParseArguments(bool isConstant)
    {
        if (!Take(TokenKind.ParenthesisOpen))
            return [];
        var arguments = new NodeList<Argument>();
        do
        {
            CountNode();
            var start = _lexer.Start;
            var name = ParseName();
            Expect(TokenKind.Colon);
            var value = ParseValue(isConstant);
            arguments.Add(new Argument { Name = name, Value = value, Start = start, End = _lexer.PreviousEnd });
        }
        while (!Take(TokenKind.ParenthesisClose));

        return arguments.ToImmutable();
    }

    private Selection ParseFragment()
    {
        CountNode();
        var start = _lexer.Start;
        Expect(TokenKind.Spread);
        var hasTypeCondition = TakeKeyword("on"u8);
        if (!hasTypeCondition && _lexer.Kind == TokenKind.Name)
        {
            var name = ParseName();
            var arguments = _options.FragmentArguments ? ParseArguments(isConstant: false) : [];
            var applied = ParseDirectives(isConstant: false);
            return new FragmentSpread { Name = name, Arguments = arguments, Directives = applied, Start = start, End = _lexer.PreviousEnd };
        }

        var typeCondition = hasTypeCondition ? ParseNamedType() : null;
        var directives = ParseDirectives(isConstant: false);
        var selections = ParseSelectionSet();
        return new InlineFragment
        {
            TypeCondition = typeCondition,
            Directives = directives,
            SelectionSet = selections,
            Start = start,
            End = _lexer.PreviousEnd,
        };
    }

    private FragmentDefinition ParseFragmentDefinition(int start, StringValue? description)
    {
        CountNode();
        _lexer.Advance();
        if (IsKeyword("on"u8))
            throw SyntaxErrors.Unexpected(_source, ref _lexer);
        var name = ParseName();
        var variables = _options.FragmentArguments ? ParseVariableDefinitions() : [];
        if (!TakeKeyword("on"u8))
            throw SyntaxErrors.Expected(_source, ref _lexer, "\"on\"");
        var typeCondition = ParseNamedType();
        var directives = ParseDirectives(isConstant: false);
        var selections = ParseSelectionSet();
        return new FragmentDefinition
        {
            Description = description,
            Name = name,
            Variables = variables,
            TypeCondition = typeCondition,
            Directives = directives,
            SelectionSet = selections,
            Start = start,
            End = _lexer.PreviousEnd,
        };
    }

    private ImmutableArray<Directive> ParseDirectives(bool isConstant)
    {
        if (_lexer.Kind != TokenKind.At)
            return [];
        var directives = new NodeList<Directive>();
        while (_lexer.Kind == TokenKind.At)
        {
            if (directives.Count == _options.MaxDirectivesPerLocation)
            {
                throw SyntaxErrors.LimitExceeded(
                    _source, _lexer.Start, "directives in one place", _options.MaxDirectivesPerLocation);
            }

            CountNode();
            var start = _lexer.Start;
            _lexer.Advance();
            var name = ParseName();
            var arguments = ParseArguments(isConstant);
            directives.Add(new Directive { Name = name, Arguments = arguments, Start = start, End = _lexer.PreviousEnd });
        }

        return directives.ToImmutable();
    }
}
