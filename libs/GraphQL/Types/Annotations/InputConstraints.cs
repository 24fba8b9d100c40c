namespace GraphQL.Types;

/// <summary>
/// A rule of one's own for the values of an argument or input field, beside those of <see cref="System.ComponentModel.DataAnnotations"/>.
/// Asked before anything is executed; must be safe for any number of threads.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property, AllowMultiple = true)]
public abstract class InputConstraintAttribute : Attribute
{
    /// <summary>The rule in short, as the schema shows it, such as <c>a palindrome</c>.</summary>
    public abstract string Rule { get; }

    /// <summary>Why a value breaks the rule, such as <c>it is no palindrome</c>; null when it keeps it.</summary>
    /// <param name="value">
    /// Never null: text, a number, a C# enum value, or what else the scalar gives; each element of a list in turn.
    /// </param>
    public abstract string? Check(object value);
}
