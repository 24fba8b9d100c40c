using System.Collections.Immutable;
using System.Reflection;

namespace GraphQL.Types;

public sealed partial class TypeRegistry
{
    /// <summary>The type that values of a C# type are taken in as.</summary>
    /// <exception cref="SchemaBuildException">There is none; the message says what to do.</exception>
    public SchemaType Input(AnnotatedType type)
    {
        if (type.Is(typeof(Optional<>)))
            return Input(type.Arguments[0].With(isNullable: true));
        SchemaType result = type.ElementType is { } element && !_scalars.ContainsKey(type.Type)
            ? new ListType(Input(element))
            : InputNamed(type.Type);
        return type.IsNullable ? result : new NonNullType(result);
    }

    private NamedType InputNamed(Type type)
    {
        if (Leaf(type) is { } leaf)
            return leaf;
        if (_inputs.TryGetValue(type, out var existing))
            return existing;
        var definition = _catalog.DefinitionOf(type);
        if (type.IsDefined(typeof(InterfaceTypeAttribute)) || type.IsDefined(typeof(UnionTypeAttribute)))
            throw new SchemaBuildException($"{TypeText.Of(type)} is for output; an input needs a class of its own.");
        if (WhyNoObject(type) is { } problem)
            throw new SchemaBuildException(problem);

        var name = NamingConventions.InputType(type);
        var input = new InputObjectType
        {
            Name = name,
            Description = DescriptionOf(definition),
            RuntimeType = type,
            IsOneOf = type.IsDefined(typeof(OneOfAttribute), inherit: false),
        };
        _inputs.Add(type, input);
        if (!_byName.TryAdd(name, input))
            Report($"{TypeText.Of(type)}: another type is called {name} already; give one of them another [GraphQLName].");
        _incomplete.Enqueue(() => Fill(input, type));
        return input;
    }

    private void Fill(InputObjectType input, Type type)
    {
        var shape = InputShape.Of(type);
        if (shape.Problem is { } problem)
        {
            Report($"{TypeText.Of(type)}: {problem}");
            return;
        }

        var fields = ImmutableArray.CreateBuilder<InputValue>();
        var slots = new List<InputSlot>();
        foreach (var member in shape.Members)
        {
            Try(member.Property, () =>
            {
                var source = new InputSource(
                    NamingConventions.Field(member.Property),
                    DescriptionOf(member.Property),
                    AnnotatedType.Of(member.Property),
                    member.Attributes,
                    member.Parameter);
                var (value, convert) = CreateInput(source);
                if (input.IsOneOf && (value.Type is NonNullType || value.DefaultValue is not null))
                {
                    throw new SchemaBuildException(
                        "A field of a [OneOf] input must be nullable and have no default; add a question mark to its type.");
                }

                fields.Add(value);
                slots.Add(new InputSlot(value.Name, member, convert));
            });
        }

        input.Fields = fields.ToImmutable();
        if (fields.Count == 0)
            Report($"{TypeText.Of(type)}: an input needs at least one field; add a public property that can be set or initialised.");
        input.Construct = InputConstructor.Compile(shape, slots);
    }

    /// <summary>
    /// The argument or input field that a parameter or property becomes, and how its values are made fit; null: they fit.
    /// </summary>
    private (InputValue Value, Func<object?, object?>? Convert) CreateInput(InputSource source)
    {
        var type = source.Type;
        if (source.Has<GraphQLNonNullTypeAttribute>())
            type = type.With(isNullable: false);

        SchemaType schemaType;
        Func<object?, object?>? leaf = null;
        if (source.Find<IDAttribute>() is { } id)
        {
            var inner = type.Is(typeof(Optional<>)) ? type.Arguments[0].With(isNullable: true) : type;
            schemaType = Shape(inner, SpecifiedId());
            leaf = IdReader(id, inner, source.Name);
        }
        else if (source.Find<GraphQLTypeAttribute>() is { } @override)
        {
            schemaType = @override.TypeSyntax is { } syntax
                ? Named(syntax)
                : Input(AnnotatedType.Of(@override.Type!).With(type.IsNullable));
        }
        else
        {
            schemaType = Input(type);
        }

        var constraints = ConstraintCompiler.Of(source, schemaType);
        var value = new InputValue
        {
            Name = source.Name,
            Description = ConstraintDirective.Describe(source.Description, constraints),
            Type = schemaType,
            DefaultValue = source.TryGetDefault(out var @default) ? Literals.Of(@default, schemaType) : null,
            DeprecationReason = source.DeprecationReason,
            AppliedDirectives = [.. CostAnnotations.Of(source.Find<CostAttribute>()), .. ConstraintDirective.Of(constraints)],
            Constraints = constraints,
            Authorization = RolesOf(source),
        };
        return (value, ValueConversion.For(type, leaf));
    }

    private ScalarType SpecifiedId() => GetOrAdd("ID", static () => SpecifiedScalars.Id);
}
