using System.Reflection;

namespace GraphQL.Types;

/// <summary>A parameter or property that takes values in.</summary>
/// <param name="Name">In the schema.</param>
/// <param name="Description">Markdown; null when there is none.</param>
/// <param name="Type">In C#.</param>
/// <param name="Attributes">Of the parameter; of the property and its constructor parameter.</param>
/// <param name="Parameter">The parameter whose default counts; null for a property alone.</param>
internal sealed record InputSource(
    string Name, string? Description, AnnotatedType Type, IReadOnlyList<object> Attributes, ParameterInfo? Parameter)
{
    public string? DeprecationReason =>
        Find<GraphQLDeprecatedAttribute>()?.DeprecationReason
        ?? (Find<ObsoleteAttribute>() is { } obsolete ? obsolete.Message ?? SpecifiedDirectives.DefaultDeprecationReason : null);

    public TAttribute? Find<TAttribute>()
        where TAttribute : Attribute => Attributes.OfType<TAttribute>().FirstOrDefault();

    public bool Has<TAttribute>()
        where TAttribute : Attribute => Find<TAttribute>() is not null;

    /// <summary>The default that the schema tells. C#'s null for a nullable type is none: leaving it out says the same.</summary>
    public bool TryGetDefault(out object? value)
    {
        value = null;
        if (Find<DefaultValueAttribute>() is { } attribute)
        {
            value = attribute.Value;
            return true;
        }

        if (Find<System.ComponentModel.DefaultValueAttribute>() is { } component)
        {
            value = component.Value;
            return true;
        }

        if (Parameter is not { HasDefaultValue: true } || Type.Is(typeof(Optional<>)))
            return false;
        value = Parameter.DefaultValue;
        if (value is null && Type is { IsNullable: false, Type.IsValueType: true })
            value = Activator.CreateInstance(Type.Type);
        else if (value is not null && Type.Type.IsEnum && !value.GetType().IsEnum)
            value = Enum.ToObject(Type.Type, value);
        return value is not null;
    }
}
