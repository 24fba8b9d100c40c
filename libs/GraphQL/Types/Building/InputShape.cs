using System.Reflection;

namespace GraphQL.Types;

/// <summary>A property that is an input field.</summary>
/// <param name="Property">Read for its type and attributes, and set when it is not the constructor's.</param>
/// <param name="Parameter">The constructor's parameter that gives it; null when the property is set.</param>
internal sealed record InputMember(PropertyInfo Property, ParameterInfo? Parameter)
{
    /// <summary>Those of both places: on a record, attributes without a target sit on the parameter.</summary>
    public IReadOnlyList<object> Attributes { get; } =
        [.. Property.GetCustomAttributes(inherit: true), .. Parameter?.GetCustomAttributes(inherit: true) ?? []];
}

/// <summary>How a class is made of input fields.</summary>
/// <param name="Type">The class or struct.</param>
/// <param name="Constructor">The one that is called; null for a struct without any.</param>
/// <param name="Members">In the order of declaration.</param>
/// <param name="Problem">Why it cannot be made, and what to do; null when it can.</param>
internal sealed record InputShape(Type Type, ConstructorInfo? Constructor, IReadOnlyList<InputMember> Members, string? Problem)
{
    public static InputShape Of(Type type)
    {
        var properties = ClrMembers.Of(type, methods: false).Cast<PropertyInfo>().ToList();
        var constructors = type.GetConstructors();
        var constructor = constructors.FirstOrDefault(static item => item.GetParameters().Length == 0)
            ?? constructors.OrderByDescending(static item => item.GetParameters().Length).FirstOrDefault(static item => !IsCopy(item));
        if (constructor is null && !type.IsValueType)
            return new InputShape(type, null, [], "an input needs a public constructor.");

        var parameters = (constructor?.GetParameters() ?? []).ToDictionary(
            static item => item.Name ?? "", StringComparer.OrdinalIgnoreCase);
        var members = new List<InputMember>();
        foreach (var property in properties)
        {
            if (parameters.Remove(property.Name, out var parameter))
                members.Add(new InputMember(property, parameter));
            else if (property.SetMethod is { IsPublic: true } && !property.IsDefined(typeof(GraphQLIgnoreAttribute)))
                members.Add(new InputMember(property, null));
        }

        var problem = parameters.Count == 0
            ? null
            : $"nothing gives constructor parameter {parameters.Keys.First()}; add a public property of that name, or a constructor without parameters.";
        return new InputShape(type, constructor, members, problem);
    }

    private static bool IsCopy(ConstructorInfo constructor) =>
        constructor.GetParameters() is [{ } only] && only.ParameterType == constructor.DeclaringType;
}
