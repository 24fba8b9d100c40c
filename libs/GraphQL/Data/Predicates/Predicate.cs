using System.Collections.Immutable;

namespace GraphQL.Data;

/// <summary>
/// A condition on rows, the same for every store. A row matches when the condition is true, with SQL's three values made explicit:
/// <list type="bullet">
/// <item>a comparison, list test or text test of a missing value is unknown, and so is its negation: neither matches;</item>
/// <item>exceptions are the tests for null itself: <c>Equal null</c>, <c>NotEqual null</c>, and null as an element of
/// <see cref="In"/>;</item>
/// <item>an empty list of values contains nothing, not even null, so its negation is true of every row;</item>
/// <item>a quantifier is never unknown: an element counts when its condition is true, and a list behind a missing object is empty.</item>
/// </list>
/// Text compares by code points and minds letter case.
/// </summary>
public abstract class Predicate
{
    private Predicate()
    {
    }

    /// <summary>Every row.</summary>
    public static Predicate True { get; } = new And([]);

    /// <summary>No row.</summary>
    public static Predicate False { get; } = new Or([]);

    /// <summary>All hold; true when there are none.</summary>
    /// <param name="operands">The conditions.</param>
    public sealed class And(ImmutableArray<Predicate> operands) : Predicate
    {
        /// <summary>The conditions.</summary>
        public ImmutableArray<Predicate> Operands { get; } = operands;
    }

    /// <summary>At least one holds; false when there are none.</summary>
    /// <param name="operands">The conditions.</param>
    public sealed class Or(ImmutableArray<Predicate> operands) : Predicate
    {
        /// <summary>The conditions.</summary>
        public ImmutableArray<Predicate> Operands { get; } = operands;
    }

    /// <summary>The opposite; of unknown it is unknown.</summary>
    /// <param name="operand">The condition.</param>
    public sealed class Not(Predicate operand) : Predicate
    {
        /// <summary>The condition.</summary>
        public Predicate Operand { get; } = operand;
    }

    /// <summary>A value compared with a constant.</summary>
    /// <param name="path">The value.</param>
    /// <param name="operator">How it compares.</param>
    /// <param name="value">The constant, of the path's type; null only makes sense for equality.</param>
    public sealed class Comparison(FieldPath path, ComparisonOperator @operator, object? value) : Predicate
    {
        /// <summary>The value.</summary>
        public FieldPath Path { get; } = path;

        /// <summary>How it compares.</summary>
        public ComparisonOperator Operator { get; } = @operator;

        /// <summary>The constant.</summary>
        public object? Value { get; } = value;
    }

    /// <summary>A value is one of some constants.</summary>
    /// <param name="path">The value.</param>
    /// <param name="values">The constants, of the path's type; null among them matches a missing value.</param>
    public sealed class In(FieldPath path, ImmutableArray<object?> values) : Predicate
    {
        /// <summary>The value.</summary>
        public FieldPath Path { get; } = path;

        /// <summary>The constants.</summary>
        public ImmutableArray<object?> Values { get; } = values;
    }

    /// <summary>A text has a part.</summary>
    /// <param name="path">The text.</param>
    /// <param name="operator">Where the part stands.</param>
    /// <param name="value">The part, taken literally; the empty one is part of every text.</param>
    public sealed class Text(FieldPath path, TextOperator @operator, string value) : Predicate
    {
        /// <summary>The text.</summary>
        public FieldPath Path { get; } = path;

        /// <summary>Where the part stands.</summary>
        public TextOperator Operator { get; } = @operator;

        /// <summary>The part.</summary>
        public string Value { get; } = value;
    }

    /// <summary>Elements of a list meet a condition.</summary>
    /// <param name="path">The list.</param>
    /// <param name="quantifier">How many of them.</param>
    /// <param name="element">The condition, its paths starting at an element.</param>
    public sealed class Quantified(FieldPath path, Quantifier quantifier, Predicate element) : Predicate
    {
        /// <summary>The list.</summary>
        public FieldPath Path { get; } = path;

        /// <summary>How many elements.</summary>
        public Quantifier Quantifier { get; } = quantifier;

        /// <summary>The condition on an element.</summary>
        public Predicate Element { get; } = element;
    }
}

/// <summary>How two values compare.</summary>
public enum ComparisonOperator
{
    /// <summary>The same; with null: missing.</summary>
    Equal,

    /// <summary>Not the same; with null: there.</summary>
    NotEqual,

    /// <summary>Above.</summary>
    GreaterThan,

    /// <summary>Above or the same.</summary>
    GreaterThanOrEqual,

    /// <summary>Below.</summary>
    LessThan,

    /// <summary>Below or the same.</summary>
    LessThanOrEqual,
}

/// <summary>Where a part stands in a text.</summary>
public enum TextOperator
{
    /// <summary>Anywhere.</summary>
    Contains,

    /// <summary>At the start.</summary>
    StartsWith,

    /// <summary>At the end.</summary>
    EndsWith,
}

/// <summary>How many elements of a list must meet a condition.</summary>
public enum Quantifier
{
    /// <summary>Every one; true of an empty list.</summary>
    All,

    /// <summary>None; true of an empty list.</summary>
    None,

    /// <summary>At least one.</summary>
    Some,
}
