using System.Collections.Immutable;
using System.Reflection;
using GraphQL.Execution;

namespace GraphQL.Types;

public sealed partial class TypeRegistry
{
    private readonly Dictionary<ObjectType, string> _payloads = [];

    private static UseMutationConventionAttribute MutationConventionOf(MethodInfo method) =>
        method.GetCustomAttribute<UseMutationConventionAttribute>()
        ?? method.ReflectedType!.GetCustomAttribute<UseMutationConventionAttribute>()
        ?? new UseMutationConventionAttribute();

    private static bool IsMutation(ComplexType type, FieldMember member) => type.Name == MutationName && member.ParentType is null;

    /// <summary>Makes one argument <c>input</c> of all, unless the only one is that already.</summary>
    private IReadOnlyList<ParameterBinding> WrapInput(FieldBuilder field, MethodInfo method, IReadOnlyList<ParameterBinding> parameters)
    {
        const string InputName = "input";
        var convention = MutationConventionOf(method);
        var arguments = parameters.Select(static item => item.Argument).OfType<InputValue>().ToImmutableArray();
        if (convention.Disable || arguments.IsEmpty
            || (arguments is [{ Name: InputName } only] && only.Type.Named is InputObjectType))
        {
            return parameters;
        }

        var name = convention.InputTypeName ?? $"{NamingConventions.Pascal(field.Name)}Input";
        if (Find(name) is not null)
            throw new SchemaBuildException($"There is a type {name} already; call the parameter of that type input, or name another by [UseMutationConvention(InputTypeName = …)].");
        var input = GetOrAdd(name, () => new InputObjectType { Name = name, Description = $"What `{field.Name}` takes.", Fields = arguments });
        field.Arguments.Clear();
        field.Arguments.Add(new InputValue { Name = InputName, Type = new NonNullType(input) });
        return [.. parameters.Select(static item => item.Argument is null ? item : item with { InputArgument = InputName })];
    }

    /// <summary>Makes a payload of what a mutation gives, with its errors beside it.</summary>
    private void ApplyPayload(FieldBuilder field, MethodInfo method)
    {
        var convention = MutationConventionOf(method);
        var errorTypes = method.GetCustomAttributes<ErrorAttribute>().Select(static item => item.ErrorType).Distinct().ToList();
        if (convention.Disable)
        {
            if (errorTypes.Count > 0)
                throw new SchemaBuildException("[Error] needs the mutation convention, which is disabled here.");
            return;
        }

        var name = NamingConventions.Pascal(field.Name);
        var isPayload = field.ResultType.ElementType is null
            && Leaf(field.ResultType.Type) is null
            && NameOf(field.ResultType.Type).EndsWith("Payload", StringComparison.Ordinal);
        var errors = errorTypes.Count == 0 ? null : ErrorsField(field.Name, convention.PayloadErrorTypeName ?? $"{name}Error", errorTypes);
        if (isPayload)
        {
            if (errors is not null)
                WhenComplete(() => AddErrors((ObjectType)field.Type.Named, errors, field.Name));
            _ = field.Type;
        }
        else
        {
            field.Type = new NonNullType(MakePayload(field, convention, errors));
            field.Then(static (_, value) => new MutationSuccess(value));
        }

        if (errors is not null)
            field.Resolver = MutationErrors.Catch(field.Resolver!, errorTypes);
    }

    private OutputField ErrorsField(string fieldName, string unionName, IReadOnlyList<Type> errorTypes)
    {
        var types = ImmutableArray.CreateBuilder<ObjectType>();
        foreach (var type in errorTypes)
        {
            types.Add(OutputNamed(type) as ObjectType
                ?? throw new SchemaBuildException($"[Error] names {TypeText.Of(type)}, which is no object type; name the classes that derive from it."));
        }

        if (Find(unionName) is not null)
        {
            throw new SchemaBuildException(
                $"There is a type {unionName} already; name another by [UseMutationConvention(PayloadErrorTypeName = …)].");
        }

        var union = GetOrAdd(unionName, () => new UnionType
        {
            Name = unionName,
            Description = $"What `{fieldName}` can refuse with.",
            Types = types.ToImmutable(),
        });
        return new OutputField
        {
            Name = "errors",
            Type = new ListType(new NonNullType(union)),
            Resolver = new FieldResolver.Synchronous(static context => (context.Parent as MutationFailure)?.Errors),
        };
    }

    private ObjectType MakePayload(FieldBuilder field, UseMutationConventionAttribute convention, OutputField? errors)
    {
        var name = convention.PayloadTypeName ?? $"{NamingConventions.Pascal(field.Name)}Payload";
        if (Find(name) is not null)
        {
            throw new SchemaBuildException(
                $"There is a type {name} already; return its class, or name another by [UseMutationConvention(PayloadTypeName = …)].");
        }

        var type = field.Type.NullableType;
        var result = new OutputField
        {
            Name = convention.PayloadFieldName ?? NamingConventions.Camel(type.Named.Name),
            Type = type,
            Resolver = new FieldResolver.Synchronous(static context => (context.Parent as MutationSuccess)?.Value),
        };
        return GetOrAdd(name, () => new ObjectType
        {
            Name = name,
            Description = $"What `{field.Name}` gives back.",
            Fields = errors is null ? [result] : [result, errors],
        });
    }

    /// <summary>
    /// Adds the errors to a payload that is a class, and lets its other fields answer null, nothing or 0 where there are errors.
    /// </summary>
    private void AddErrors(ObjectType payload, OutputField errors, string fieldName)
    {
        if (!_payloads.TryAdd(payload, fieldName))
        {
            Report($"{payload.Name} is the payload of {_payloads[payload]} and of {fieldName}, but each has errors of its own; give each a payload class.");
            return;
        }

        if (payload.FindField(errors.Name) is not null)
        {
            Report($"{TypeText.Of(payload.RuntimeType!)}: [Error] adds the field errors; take it out of the class.");
            return;
        }

        foreach (var field in payload.Fields)
        {
            if (MutationErrors.TryGetEmpty(field.Type, out var empty))
                field.Resolver = MutationErrors.Guard(field.Resolver!, empty);
            else
                Report($"{TypeText.Of(payload.RuntimeType!)}: field {field.Name} is {field.Type}, which has no value when {fieldName} answers errors; make it nullable.");
        }

        payload.Fields = [.. payload.Fields, errors];
    }

    /// <summary>The name of an exception as an error of a mutation: <c>NameTakenException</c> becomes <c>NameTakenError</c>.</summary>
    private static string? NameOfError(Type type) =>
        typeof(Exception).IsAssignableFrom(type) && !type.IsDefined(typeof(GraphQLNameAttribute)) && type.Name.EndsWith("Exception", StringComparison.Ordinal)
            ? $"{type.Name[..^"Exception".Length]}Error"
            : null;
}
