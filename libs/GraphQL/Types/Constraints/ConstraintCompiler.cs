using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace GraphQL.Types;

/// <summary>Makes rules of the attributes of a parameter or property, once, at start.</summary>
internal static partial class ConstraintCompiler
{
    /// <summary>The rules.</summary>
    /// <param name="source">The parameter or property.</param>
    /// <param name="type">Its type in the schema.</param>
    /// <exception cref="SchemaBuildException">An attribute says nothing of values of that type.</exception>
    public static ImmutableArray<InputConstraint> Of(InputSource source, SchemaType type)
    {
        var isList = type.NullableType is ListType;
        var constraints = ImmutableArray.CreateBuilder<InputConstraint>();
        foreach (var attribute in source.Attributes)
        {
            if (attribute is InputConstraintAttribute own)
                constraints.Add(new InputConstraint(own.Check, ConstraintDirective.Text("rule", own.Rule)));
            else if (attribute is ValidationAttribute validation)
                constraints.Add(Of(validation, source.Name, type, isList));
        }

        return constraints.ToImmutable();
    }

    private static InputConstraint Of(ValidationAttribute attribute, string name, SchemaType type, bool isList)
    {
        switch (attribute)
        {
            case RangeAttribute range:
                return Of(range, name, type);
            case StringLengthAttribute length:
                Require(IsText(type), attribute, "text", type);
                return OfText(attribute, name, length.MinimumLength, length.MaximumLength);
            case LengthAttribute length:
                return isList ? OfList(attribute, name, length.MinimumLength, length.MaximumLength) : OfText(attribute, name, length.MinimumLength, length.MaximumLength, type);
            case MinLengthAttribute length:
                return isList ? OfList(attribute, name, length.Length, int.MaxValue) : OfText(attribute, name, length.Length, int.MaxValue, type);
            case MaxLengthAttribute length:
                var most = length.Length < 0 ? int.MaxValue : length.Length;
                return isList ? OfList(attribute, name, 0, most) : OfText(attribute, name, 0, most, type);
            case RegularExpressionAttribute pattern:
                Require(IsText(type), attribute, "text", type);
                return Of(pattern, name);
            case EmailAddressAttribute:
                Require(IsText(type), attribute, "text", type);
                return new InputConstraint(
                    value => attribute.IsValid(value) ? null : Reason(attribute, name, "it is no e-mail address"), ConstraintDirective.Text("format", "email"));
            case UrlAttribute:
                Require(IsText(type), attribute, "text", type);
                return new InputConstraint(
                    value => attribute.IsValid(value) ? null : Reason(attribute, name, "it is no address that begins with http://, https:// or ftp://"),
                    ConstraintDirective.Text("format", "uri"));
            default:
                return OfAny(attribute, name, isList);
        }
    }

    private static InputConstraint OfText(ValidationAttribute attribute, string name, int least, int most, SchemaType type)
    {
        Require(IsText(type), attribute, "text or lists", type);
        return OfText(attribute, name, least, most);
    }

    private static InputConstraint OfText(ValidationAttribute attribute, string name, int least, int most)
    {
        RequireOrder(attribute, least, most);
        return new InputConstraint(
            value => value is string text && (text.Length < least || text.Length > most)
                ? Reason(attribute, name, $"it must have {Between(least, most)} characters, and has {text.Length}")
                : null,
            [.. least > 0 ? [ConstraintDirective.Number("minLength", least)] : Array.Empty<Language.Argument>(),
                .. most < int.MaxValue ? [ConstraintDirective.Number("maxLength", most)] : Array.Empty<Language.Argument>()]);
    }

    private static InputConstraint OfList(ValidationAttribute attribute, string name, int least, int most)
    {
        RequireOrder(attribute, least, most);
        return new InputConstraint(
            value => value is Array list && (list.Length < least || list.Length > most)
                ? Reason(attribute, name, $"it must have {Between(least, most)} elements, and has {list.Length}")
                : null,
            [.. least > 0 ? [ConstraintDirective.Number("minItems", least)] : Array.Empty<Language.Argument>(),
                .. most < int.MaxValue ? [ConstraintDirective.Number("maxItems", most)] : Array.Empty<Language.Argument>()])
        {
            IsOfList = true,
        };
    }

    private static InputConstraint Of(RegularExpressionAttribute attribute, string name)
    {
        var pattern = $@"\A(?:{attribute.Pattern})\z";
        Regex regex;
        try
        {
            regex = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException)
        {
            // what looks around or back cannot be matched in linear time, so it is matched for a short time
            regex = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));
        }
        catch (ArgumentException exception)
        {
            throw new SchemaBuildException($"[RegularExpression] has a pattern that cannot be read: {exception.Message}");
        }

        return new InputConstraint(
            value =>
            {
                try
                {
                    return value is not string text || regex.IsMatch(text) ? null : Reason(attribute, name, $"it does not match {attribute.Pattern}");
                }
                catch (RegexMatchTimeoutException)
                {
                    return Reason(attribute, name, $"matching it with {attribute.Pattern} takes too long");
                }
            },
            ConstraintDirective.Text("pattern", attribute.Pattern is ['^', .., '$'] ? attribute.Pattern : $"^(?:{attribute.Pattern})$"));
    }

    /// <summary>Any attribute that derives from the framework's; of a list it judges the whole.</summary>
    private static InputConstraint OfAny(ValidationAttribute attribute, string name, bool isList)
    {
        var kind = attribute.GetType().Name;
        kind = kind.EndsWith("Attribute", StringComparison.Ordinal) ? kind[..^"Attribute".Length] : kind;
        if (attribute.RequiresValidationContext)
            throw new SchemaBuildException($"[{kind}] wants to know what its value belongs to, which an input does not tell; derive it from InputConstraintAttribute.");
        return new InputConstraint(
            value => attribute.IsValid(value) ? null : Reason(attribute, name, attribute.FormatErrorMessage(name).TrimEnd('.')), ConstraintDirective.Text("rule", kind))
        {
            IsOfList = isList,
        };
    }

    private static string Reason(ValidationAttribute attribute, string name, string reason) =>
        attribute.ErrorMessage is null && attribute.ErrorMessageResourceName is null ? reason : attribute.FormatErrorMessage(name).TrimEnd('.');

    private static string Between(int least, int most) => most == int.MaxValue ? $"at least {least}" : least == 0 ? $"at most {most}" : least == most ? $"{least}" : $"{least} to {most}";

    private static bool IsText(SchemaType type) => type.Named.RuntimeType == typeof(string) && type.Named is ScalarType;

    private static void Require(bool condition, ValidationAttribute attribute, string what, SchemaType type)
    {
        if (!condition)
            throw new SchemaBuildException($"[{attribute.GetType().Name[..^"Attribute".Length]}] is for {what}, and this is {type}; take it away, or derive one of your own from InputConstraintAttribute.");
    }

    private static void RequireOrder(ValidationAttribute attribute, int least, int most)
    {
        if (least < 0 || least > most)
            throw new SchemaBuildException($"[{attribute.GetType().Name[..^"Attribute".Length]}] lets nothing through, from {least} to {most}; correct its numbers.");
    }
}
