using System.Diagnostics.CodeAnalysis;

namespace GraphQL.Types;

/// <summary>
/// What a field, argument or input field adds to a request's field cost each time, and an object, enum or scalar to its type cost; becomes
/// <c>@cost</c> in the schema.
/// </summary>
/// <param name="weight">Not negative, and finite.</param>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class CostAttribute(double weight) : Attribute
{
    /// <summary>Not negative, and finite.</summary>
    public double Weight { get; } = weight;
}

/// <summary>How many elements a field's list has, for the cost of a request; becomes <c>@listSize</c> in the schema.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
[SuppressMessage("Performance", "CA1819", Justification = "Arguments of attributes can only be arrays.")]
public sealed class ListSizeAttribute : Attribute
{
    /// <summary>Elements when no argument says; negative: not known.</summary>
    public int AssumedSize { get; set; } = -1;

    /// <summary>
    /// Arguments whose value, or whose length when they are lists, is the number of elements; <c>input.first</c> looks inside an input.
    /// </summary>
    public string[] SlicingArguments { get; set; } = [];

    /// <summary>Elements when no slicing argument is given; negative: as <see cref="AssumedSize"/> says.</summary>
    public int SlicingArgumentDefaultValue { get; set; } = -1;

    /// <summary>Lists inside the field's object that have this size, in the stead of the field itself, such as <c>edges</c>.</summary>
    public string[] SizedFields { get; set; } = [];

    /// <summary>Whether a request must give exactly one of the slicing arguments.</summary>
    public bool RequireOneSlicingArgument { get; set; } = true;
}
