using System.Buffers;

namespace GraphQL.Execution;

/// <content>The stack of objects, lists and elements in progress: the path, and where null can go.</content>
internal sealed partial class OperationExecution
{
    private Level[] _levels = [];
    private int _depth;
    private Group _base = null!;
    private PathNode? _basePath;

    /// <summary>The path of the innermost level as something that lasts.</summary>
    public PathNode? CurrentPath() => PathOf(_depth);

    private PathNode? PathOf(int depth)
    {
        if (depth == 0)
            return _basePath;
        ref var level = ref _levels[depth - 1];
        return level.Path ??= new PathNode(PathOf(depth - 1), level.Index < 0 ? level.Field!.ResponseName : null, level.Index);
    }

    private void Enter(FieldPlan field, ValuePlan plan, int index)
    {
        if (_depth == _levels.Length)
            GrowLevels();
        ref var level = ref _levels[_depth++];
        level = new Level { Field = field, Index = index, IsNullable = !IsNeverNull(plan), Start = _writer.Here };
    }

    /// <summary>Ends the innermost level; one that may be null becomes so when what is inside did not work out.</summary>
    private bool Leave(bool isWhole)
    {
        ref var level = ref _levels[--_depth];
        if (!isWhole)
        {
            if (!level.IsNullable)
                return false;
            if (level.Group is null)
            {
                _writer.Truncate(level.Start);
                _writer.WriteNull();
                return true;
            }

            level.Group.Nullify();
        }

        if (level.Group is not null)
            _writer.Leave(level.Group);
        return true;
    }

    /// <summary>Makes groups of all levels that may be null, because a hole is about to stand in them and may end them later.</summary>
    /// <returns>The innermost group.</returns>
    private Group EncloseLevels()
    {
        var group = _base;
        for (var i = 0; i < _depth; i++)
        {
            ref var level = ref _levels[i];
            if (!level.IsNullable)
                continue;
            if (level.Group is null)
            {
                level.Group = new Group(group, isNullable: true);
                var head = level.Start.Piece;
                var tail = _writer.Enclose(level.Start, level.Group);
                for (var j = i + 1; j < _depth; j++)
                {
                    if (_levels[j].Start.Piece == head)
                        _levels[j].Start = _levels[j].Start with { Piece = tail };
                }
            }

            group = level.Group;
        }

        return group;
    }

    private void GrowLevels()
    {
        var grown = ArrayPool<Level>.Shared.Rent(_levels.Length * 2);
        _levels.AsSpan(0, _depth).CopyTo(grown);
        ArrayPool<Level>.Shared.Return(_levels, clearArray: true);
        _levels = grown;
    }

    /// <summary>An object, list or element in progress.</summary>
    private struct Level
    {
        public FieldPlan? Field { get; init; }

        /// <summary>Which element of the list around it; -1 for a field's value.</summary>
        public int Index { get; init; }

        public bool IsNullable { get; init; }

        /// <summary>Where it begins in the response.</summary>
        public ResultWriter.Mark Start { get; set; }

        /// <summary>Set once something outlives the stack.</summary>
        public PathNode? Path { get; set; }

        /// <summary>Set once there is a hole in it, if it may be null.</summary>
        public Group? Group { get; set; }
    }
}
