using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GraphQL.Language;

namespace GraphQL.Types;

/// <content>Ranges of numbers, and of whatever else has an order.</content>
internal static partial class ConstraintCompiler
{
    private static InputConstraint Of(RangeAttribute range, string name, SchemaType type)
    {
        try
        {
            // also reads limits that are given as text, which may fail
            _ = range.FormatErrorMessage(name);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException)
        {
            throw new SchemaBuildException($"[Range] cannot be used: {exception.Message}");
        }

        if (!IsNumber(range.OperandType))
            return OfOrdered(range, name, type);
        Require(type.Named.RuntimeType is { } runtime && IsNumber(runtime), range, "numbers, or names their type", type);
        var (least, most) = (Number(range.Minimum), Number(range.Maximum));
        var (belowLeast, aboveMost) = (range.MinimumIsExclusive ? 0 : -1, range.MaximumIsExclusive ? 0 : 1);
        return new InputConstraint(
            value => Compare(value, least) <= belowLeast || Compare(value, most) >= aboveMost ? Reason(range, name, $"it must be {Text(range)}") : null,
            [.. Limit(range.MinimumIsExclusive ? "exclusiveMin" : "min", least), .. Limit(range.MaximumIsExclusive ? "exclusiveMax" : "max", most)]);
    }

    private static InputConstraint OfOrdered(RangeAttribute range, string name, SchemaType type)
    {
        Require(type.Named.RuntimeType == range.OperandType, range, $"values of {range.OperandType.Name}", type);
        return new InputConstraint(
            value => range.IsValid(value) ? null : Reason(range, name, $"it must be {Text(range)}"), ConstraintDirective.Text("rule", Text(range)));
    }

    private static string Text(RangeAttribute range) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(range.MinimumIsExclusive ? "above" : "from")} {range.Minimum} {(range.MaximumIsExclusive ? "and below" : "to")} {range.Maximum}");

    /// <summary>A limit that every number keeps is not worth telling.</summary>
    private static IEnumerable<Argument> Limit(string name, object limit)
    {
        if (limit is not double.PositiveInfinity and not double.NegativeInfinity && limit is not (double.MaxValue or double.MinValue))
            yield return ConstraintDirective.Number(name, limit);
    }

    private static object Number(object limit) => limit is double or float
        ? Convert.ToDouble(limit, CultureInfo.InvariantCulture)
        : Convert.ToDecimal(limit, CultureInfo.InvariantCulture);

    private static int Compare(object value, object limit) => value is double or float || limit is double
        ? Convert.ToDouble(value, CultureInfo.InvariantCulture).CompareTo(Convert.ToDouble(limit, CultureInfo.InvariantCulture))
        : Convert.ToDecimal(value, CultureInfo.InvariantCulture).CompareTo((decimal)limit);

    private static bool IsNumber(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal && !type.IsEnum;
}
