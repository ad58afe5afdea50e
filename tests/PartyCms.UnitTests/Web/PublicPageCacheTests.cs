using Microsoft.AspNetCore.Http;
using PartyCms.Kernel.Web;

namespace PartyCms.UnitTests.Web;

public sealed class PublicPageCacheTests
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 16, 4, 0, 0, TimeSpan.Zero);

    private readonly ManualClock _clock = new(Noon);

    [Fact]
    public void A_stored_page_is_found_until_one_of_its_tags_is_dropped()
    {
        var cache = new PublicPageCache(_clock);
        cache.Store(Key("/news"), Page("type:BranchNews", "site"), cache.Epoch);
        cache.Store(Key("/guides"), Page("type:Guide", "site"), cache.Epoch);

        cache.Evict(["type:BranchNews"]);

        Assert.False(cache.TryGet(Key("/news"), out _));
        Assert.True(cache.TryGet(Key("/guides"), out _));
    }

    [Fact]
    public void A_page_rendered_across_a_change_is_not_kept()
    {
        var cache = new PublicPageCache(_clock);
        var before = cache.Epoch;
        cache.Evict(["type:Guide"]);

        cache.Store(Key("/news"), Page("type:BranchNews"), before);

        Assert.False(cache.TryGet(Key("/news"), out _));
    }

    [Fact]
    public void A_page_is_not_served_past_its_time()
    {
        var cache = new PublicPageCache(_clock);
        cache.Store(Key("/"), Page("home"), cache.Epoch);

        _clock.Advance(TimeSpan.FromHours(1));

        Assert.False(cache.TryGet(Key("/"), out _));
    }

    [Fact]
    public void The_cache_stays_within_its_size()
    {
        var cache = new PublicPageCache(_clock);
        for (var n = 0; n < 300; n++)
        {
            cache.Store(Key("/page" + n), Page(new byte[1024 * 1024], "site"), cache.Epoch);
        }

        Assert.InRange(Enumerable.Range(0, 300).Count(n => cache.TryGet(Key("/page" + n), out _)), 1, 64);
    }

    [Fact]
    public async Task Those_who_want_a_page_that_is_being_rendered_wait_for_it()
    {
        var cache = new PublicPageCache(_clock);
        var first = new TaskCompletionSource();
        Assert.Null(cache.Join(Key("/"), first));

        var others = cache.Join(Key("/"), new TaskCompletionSource());
        Assert.False(others!.IsCompleted);
        cache.Leave(Key("/"), first);

        await others;
        Assert.Null(cache.Join(Key("/"), new TaskCompletionSource()));
    }

    [Theory]
    [InlineData("GET", "", "", true)]
    [InlineData("HEAD", "", "", true)]
    [InlineData("GET", "display=large.hant.dark", "", true)]
    [InlineData("GET", "csrf=abc", "", true)]
    [InlineData("GET", "account=xyz", "", false)]
    [InlineData("GET", "display=large.hant.dark; accountC1=xyz", "", false)]
    [InlineData("GET", "", "Bearer token", false)]
    [InlineData("POST", "", "", false)]
    public void Only_requests_without_a_person_have_a_key(string method, string cookie, string authorization, bool hasKey)
    {
        var request = Request(method, cookie, "gzip");
        if (authorization.Length > 0)
        {
            request.Headers.Authorization = authorization;
        }

        Assert.Equal(hasKey, PageKey.TryCreate(request, out _));
    }

    [Theory]
    [InlineData("display=large.hans.auto", "gzip")]
    [InlineData("display=standard.hant.auto", "gzip")]
    [InlineData("display=standard.hans.dark", "gzip")]
    [InlineData("", "br, gzip")]
    [InlineData("", "")]
    public void Pages_that_look_different_have_different_keys(string cookie, string encoding)
    {
        PageKey.TryCreate(Request("GET", "", "gzip"), out var ordinary);
        PageKey.TryCreate(Request("GET", cookie, encoding), out var other);

        Assert.NotEqual(ordinary, other);
    }

    [Fact]
    public void An_invented_display_cookie_makes_no_new_page()
    {
        PageKey.TryCreate(Request("GET", "", "gzip"), out var ordinary);
        PageKey.TryCreate(Request("GET", "display=huge.latin.pink", "gzip"), out var invented);

        Assert.Equal(ordinary, invented);
    }

    private static HttpRequest Request(string method, string cookie, string encoding)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        request.Scheme = "https";
        request.Host = new HostString("dj.example.cn");
        request.Path = "/news";
        request.Headers.AcceptEncoding = encoding;
        if (cookie.Length > 0)
        {
            request.Headers.Cookie = cookie;
        }

        return request;
    }

    [Fact]
    public void A_made_up_long_address_takes_no_place_in_the_cache()
    {
        var request = new DefaultHttpContext().Request;
        request.Method = "GET";
        request.Path = "/news";
        request.QueryString = new QueryString("?x=" + new string('a', 4000));

        Assert.False(PageKey.TryCreate(request, out _));
    }

    private static PageKey Key(string path) => new("https", "dj.example.cn", path, "", "standard.hans.auto", "gzip");

    private static CachedPage Page(params string[] tags) => Page("页面"u8.ToArray(), tags);

    private static CachedPage Page(byte[] body, params string[] tags) =>
        new(new DefaultHttpContext().Response, body, Noon.AddMinutes(30), tags);
}
