using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using GraphQL.Data;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Data;

public class AttributeOrderTests
{
    private static readonly Type[] Stages = [typeof(UsePagingAttribute), typeof(UseProjectionAttribute), typeof(UseFilteringAttribute), typeof(UseSortingAttribute)];

    public static TheoryData<string> Orders => [.. Permutations([0, 1, 2, 3]).Select(order => string.Join(' ', order))];

    public static TheoryData<Type, Type> Rivals => new()
    {
        { typeof(UsePagingAttribute), typeof(UseOffsetPagingAttribute) },
        { typeof(UsePagingAttribute), typeof(UseFirstOrDefaultAttribute) },
        { typeof(UseFirstOrDefaultAttribute), typeof(UseSingleOrDefaultAttribute) },
        { typeof(UseOffsetPagingAttribute), typeof(UseSingleOrDefaultAttribute) },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void Only_paging_projection_filtering_sorting_in_that_order_are_taken(string order)
    {
        var attributes = order.Split(' ').Select(index => Stages[int.Parse(index)]).ToArray();
        var problems = ProblemsOf(attributes);
        if (order == "0 1 2 3")
            Assert.Empty(problems);
        else
            Assert.Contains(problems, problem => problem.Contains("write [UsePaging], [UseProjection], [UseFiltering], [UseSorting] in that order", StringComparison.Ordinal));
    }

    [Fact]
    public void Any_of_them_may_be_left_out()
    {
        foreach (var chosen in Enumerable.Range(1, 15))
            Assert.Empty(ProblemsOf([.. Stages.Where((_, index) => (chosen & (1 << index)) != 0)]));
    }

    [Theory]
    [MemberData(nameof(Rivals))]
    public void Two_that_each_decide_what_becomes_of_the_rows_are_refused(Type first, Type second)
    {
        foreach (var attributes in new Type[][] { [first, second], [second, first] })
            Assert.Contains(ProblemsOf(attributes), problem => problem.Contains("each decide what becomes of the rows", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_one_twice_is_refused() =>
        Assert.Contains(ProblemsOf([typeof(UsePagingAttribute), typeof(UsePagingAttribute)]), problem => problem.Contains("is there twice", StringComparison.Ordinal));

    /// <summary>Builds a schema whose only field carries the attributes, each a line below the one before.</summary>
    private static IReadOnlyList<string> ProblemsOf(Type[] attributes)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Queries"), AssemblyBuilderAccess.Run);
        var type = assembly.DefineDynamicModule("Queries").DefineType("Queries", TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed);
        type.SetCustomAttribute(new CustomAttributeBuilder(typeof(QueryTypeAttribute).GetConstructors()[0], []));
        var method = type.DefineMethod("GetLogs", MethodAttributes.Public | MethodAttributes.Static, typeof(IQueryable<Plain>), []);
        method.SetCustomAttribute(new CustomAttributeBuilder(typeof(NullableContextAttribute).GetConstructors()[0], [(byte)1]));
        method.GetILGenerator().Emit(OpCodes.Ldnull);
        method.GetILGenerator().Emit(OpCodes.Ret);
        for (var line = 0; line < attributes.Length; line++)
        {
            var constructor = attributes[line].GetConstructors()[0];
            object?[] arguments = [.. constructor.GetParameters().Select(parameter => parameter.Name == "order" ? line + 1 : (object?)null)];
            method.SetCustomAttribute(new CustomAttributeBuilder(constructor, arguments));
        }

        try
        {
            new SchemaBuilder().AddType(type.CreateType()).Build();
            return [];
        }
        catch (SchemaBuildException exception)
        {
            return exception.Problems;
        }
    }

    private static IEnumerable<int[]> Permutations(int[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany(item => Permutations([.. items.Where(other => other != item)]).Select(rest => (int[])[item, .. rest]));

    public sealed class Plain
    {
        public int Id { get; init; }
    }
}
