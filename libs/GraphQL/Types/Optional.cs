namespace GraphQL.Types;

/// <summary>An argument or input field that tells "not given" from "given as null".</summary>
/// <typeparam name="T">What it holds when it is given.</typeparam>
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    /// <summary>Given, perhaps as null.</summary>
    public Optional(T? value)
    {
        Value = value;
        HasValue = true;
    }

    /// <summary>What was given; the default of <typeparamref name="T"/> when nothing was.</summary>
    public T? Value { get; }

    /// <summary>True when it was given.</summary>
    public bool HasValue { get; }

    /// <summary>True when it was not given.</summary>
    public bool IsEmpty => !HasValue;

    /// <summary>Not given.</summary>
    public static Optional<T> Empty() => default;

    /// <summary>Given.</summary>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Both not given, or both given with equal values.</summary>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Not equal.</summary>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) => HasValue == other.HasValue && EqualityComparer<T?>.Default.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(HasValue, Value);

    /// <inheritdoc/>
    public override string ToString() => HasValue ? Value?.ToString() ?? "null" : "unspecified";
}
