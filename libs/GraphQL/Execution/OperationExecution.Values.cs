using System.Collections;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <content>
/// Writing values, depth first; September 2025, section "Value Completion". Each method returns false when null must stand in the place
/// of something further out, where what was written is then taken back.
/// </content>
internal sealed partial class OperationExecution
{
    // Synchronous methods never outlive their call, so one context serves them all.
    private ResolverContext? _context;

    private bool WriteFields(FieldPlan[] fields, object parent)
    {
        if (fields.Length == 0)
            _writer.WriteRaw("{"u8);
        foreach (var field in fields)
        {
            if (!WriteField(field, parent))
                return false;
        }

        _writer.WriteRaw("}"u8);
        return true;
    }

    private bool WriteField(FieldPlan field, object? parent)
    {
        _writer.WriteRaw(field.Prefix);
        switch (field.Kind)
        {
            case FieldKind.TypeName:
                return true;
            case FieldKind.Leaf:
                return WriteLeaf(field, parent!);
            case FieldKind.Property or FieldKind.Synchronous:
                return WriteSynchronous(field, parent);
            case FieldKind.Asynchronous:
                return WriteAsynchronous(field, parent);
            default:
                return WriteValue(field, field.Value, _event, index: -1);
        }
    }

    private bool WriteLeaf(FieldPlan field, object parent)
    {
        var mark = _writer.Here;
        try
        {
            if (field.WriteLeaf!(parent, _writer))
                return true;
        }
        catch (Exception exception) when (IsOfField(exception))
        {
            _writer.Truncate(mark);
            return Failed(field, field.Value, index: -1, exception);
        }

        return WriteNull(field, field.Value, index: -1);
    }

    private bool WriteSynchronous(FieldPlan field, object? parent)
    {
        object? value;
        try
        {
            value = field.Kind == FieldKind.Property
                ? ((FieldResolver.Property)field.Resolver!).Read(parent!)
                : Call(field, parent);
        }
        catch (Exception exception) when (IsOfField(exception))
        {
            return Failed(field, field.Value, index: -1, exception);
        }

        return WriteValue(field, field.Value, value, index: -1);
    }

    private object? Call(FieldPlan field, object? parent)
    {
        var arguments = ArgumentsOf(field);
        if (_context is null)
            _context = new ResolverContext(this, field, parent, arguments, parentPath: null, _scope);
        _context.Reuse(field, parent, arguments, _scope);
        return ((FieldResolver.Synchronous)field.Resolver!).Invoke(_context);
    }

    /// <summary>Writes a field's value, or an element of it.</summary>
    /// <param name="field">The field.</param>
    /// <param name="plan">The shape of the value.</param>
    /// <param name="value">The value.</param>
    /// <param name="index">Which element of the innermost list it is; -1 for the field's value itself.</param>
    private bool WriteValue(FieldPlan field, ValuePlan plan, object? value, int index)
    {
        if (value is null)
            return WriteNull(field, plan, index);
        switch (plan.Kind)
        {
            case ValueKind.Object:
                return WriteObject(field, plan, plan.Object!, value, index);
            case ValueKind.List:
                return WriteList(field, plan, value, index);
            case ValueKind.Abstract:
                return WriteAbstract(field, plan, value, index);
            default:
                return WriteScalarOrEnum(field, plan, value, index);
        }
    }

    private bool WriteScalarOrEnum(FieldPlan field, ValuePlan plan, object value, int index)
    {
        var mark = _writer.Here;
        try
        {
            if (plan.Kind == ValueKind.Scalar)
                plan.Scalar!.Write(value, _writer);
            else
                _writer.WriteRaw(EnumNames.Find(plan.EnumNames!, plan.Enum!, value));
            return true;
        }
        catch (Exception exception) when (IsOfField(exception))
        {
            _writer.Truncate(mark);
            return Failed(field, plan, index, exception);
        }
    }

    private bool WriteAbstract(FieldPlan field, ValuePlan plan, object value, int index)
    {
        ObjectType type;
        try
        {
            type = _types.Resolve(plan.Abstract!, value);
        }
        catch (Exception exception) when (IsOfField(exception))
        {
            return Failed(field, plan, index, exception);
        }

        return WriteObject(field, plan, type, value, index);
    }

    private bool WriteObject(FieldPlan field, ValuePlan plan, ObjectType type, object value, int index)
    {
        Enter(field, plan, index);
        return Leave(_scope is null
            ? WriteFields(field.Selection!.For(type, Conditions), value)
            : WriteDeferring(field.Selection!.VariantFor(type, Conditions), value));
    }

    private bool WriteList(FieldPlan field, ValuePlan plan, object value, int index)
    {
        if (value is not IReadOnlyList<object?> && value is IAsyncEnumerable<object?> stream)
            return WriteAsynchronousList(field, plan, stream, index);
        if (value is not IEnumerable elements || value is string)
            return Failed(field, plan, index, new CoercionException($"A list is expected, not a value of {value.GetType().Name}."));
        Enter(field, plan, index);
        var depth = _depth;
        bool isWhole;
        try
        {
            _writer.WriteRaw("["u8);
            isWhole = field.Stream is { } put && index < 0 ? WriteFirstElements(field, put, plan.Element!, elements)
                : elements is IReadOnlyList<object?> list ? WriteElements(field, plan.Element!, list)
                : WriteElements(field, plan.Element!, elements);
            _writer.WriteRaw("]"u8);
        }
        catch (Exception exception) when (IsOfField(exception))
        {
            // The enumeration itself failed, and the list with it; what elements throw is caught where they are written.
            _depth = depth - 1;
            Report(field, index, exception);
            _depth = depth;
            isWhole = false;
        }

        return Leave(isWhole);
    }

    private bool WriteElements(FieldPlan field, ValuePlan plan, IReadOnlyList<object?> elements)
    {
        var count = elements.Count;
        for (var i = 0; i < count; i++)
        {
            if (!WriteElement(field, plan, elements[i], i))
                return false;
        }

        return true;
    }

    private bool WriteElements(FieldPlan field, ValuePlan plan, IEnumerable elements)
    {
        var i = 0;
        foreach (var element in elements)
        {
            if (!WriteElement(field, plan, element, i++))
                return false;
        }

        return true;
    }

    private bool WriteElement(FieldPlan field, ValuePlan plan, object? element, int index)
    {
        if ((++_steps & 0x3f) == 0)
            ThrowIfStopped();
        if (index > 0)
            _writer.WriteRaw(","u8);
        return WriteValue(field, plan, element, index);
    }

    private bool WriteNull(FieldPlan field, ValuePlan plan, int index)
    {
        if (plan.IsNonNull)
        {
            AddError(ExecutionErrors.NonNull(field), field, index);
            if (_onError != ErrorBehavior.Null)
                return false;
        }

        _writer.WriteNull();
        return true;
    }

    /// <summary>True where null may not stand, even in the place of something that failed.</summary>
    private bool IsNeverNull(ValuePlan plan) => plan.IsNonNull && _onError != ErrorBehavior.Null;
}
