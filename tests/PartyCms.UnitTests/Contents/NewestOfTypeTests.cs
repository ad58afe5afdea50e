using PartyCms.Contents.Queries;

namespace PartyCms.UnitTests.Contents;

public sealed class NewestOfTypeTests
{
    private const string Search = """
        {"query":{"bool":{"must":[{"term":{"Content.ContentItem.ContentType":"BlogPost"}},{"term":{"Content.ContentItem.Published":"true"}}]}},
         "sort":[{"Content.ContentItem.CreatedUtc":{"order":"desc"}}],"size":3}
        """;

    [Theory]
    [InlineData("SELECT DocumentId FROM ContentItemIndex WHERE ContentType='BlogPost' ORDER BY CreatedUtc DESC LIMIT @limit:3", 3)]
    [InlineData("select DocumentId from ContentItemIndex where ContentType = 'BlogPost' and Published = 1 order by PublishedUtc desc limit 5;", 5)]
    [InlineData("SELECT DocumentId FROM ContentItemIndex WHERE ContentType='BlogPost' ORDER BY CreatedUtc DESC", 10)]
    [InlineData("SELECT DocumentId FROM ContentItemIndex WHERE ContentType='BlogPost' ORDER BY CreatedUtc DESC LIMIT 5000", 100)]
    public void The_sql_of_real_sites_is_understood(string template, int limit) =>
        Assert.Equal(new NewestOfType("BlogPost", limit), NewestOfType.Read("Sql", template));

    [Theory]
    [InlineData("Lucene")]
    [InlineData("Elasticsearch")]
    public void The_search_templates_of_real_sites_are_understood(string source) =>
        Assert.Equal(new NewestOfType("BlogPost", 3), NewestOfType.Read(source, Search));

    [Theory]
    [InlineData("Sql", "SELECT * FROM ContentItemIndex")]
    [InlineData("Sql", "SELECT DocumentId FROM ContentItemIndex WHERE ContentType='BlogPost' OR 1=1 ORDER BY CreatedUtc DESC")]
    [InlineData("Sql", "SELECT DocumentId FROM ContentItemIndex WHERE ContentType='Blog''Post' ORDER BY CreatedUtc DESC")]
    [InlineData("Sql", "SELECT DocumentId FROM ContentItemIndex WHERE ContentType='BlogPost' ORDER BY CreatedUtc ASC")]
    [InlineData("Sql", "SELECT DocumentId FROM ContentItemIndex WHERE ContentType='BlogPost' ORDER BY CreatedUtc DESC; DROP TABLE x")]
    [InlineData("Sql", "")]
    [InlineData("Lucene", "{}")]
    [InlineData("Lucene", "not json")]
    [InlineData("Lucene", "{\"query\":{\"match_all\":{}},\"sort\":{\"Content.ContentItem.CreatedUtc\":\"desc\"}}")]
    [InlineData("Lucene", "{\"query\":{\"term\":{\"Content.ContentItem.ContentType\":\"BlogPost\"}}}")]
    [InlineData("Lucene", "{\"query\":{\"term\":{\"Content.ContentItem.ContentType\":\"BlogPost\"}},\"sort\":{\"Content.ContentItem.CreatedUtc\":\"asc\"}}")]
    [InlineData("GraphQL", Search)]
    public void Everything_else_is_not(string source, string template) => Assert.Null(NewestOfType.Read(source, template));
}
