// Sends an act twice from the same state of the world: once with harmless words, whose places are looked up
// everywhere, and once with hostile texts, which must stand in the same places, unchanged, in pages that are
// built the same.
#pragma once

#include "tests/attack/acts.hpp"
#include "tests/attack/lists.hpp"

namespace attack {

/// Where a field's text shows.
struct Place {
    Address address;
    std::string field;
    std::string pointer;    // in JSON: where the text is; "" in a page or a feed
    bool is_whole = false;  // the text alone stands there
    bool in_values = false; // in an attribute
    std::size_t times = 1;  // in a page
};

/// What an address answered after the harmless act.
struct Look {
    std::set<std::string> shapes; // how the page may be built
    std::vector<Place> places;
};

struct Figures {
    int sent = 0;     // requests that carried a text
    int accepted = 0; // texts that were taken
    int refused = 0;  // texts that were refused with a word at their field
    int read = 0;     // places where a text that was taken was looked for
};

class Trial {
  public:
    /// Does the harmless act and looks everywhere. `kinds`: the fields that hostile texts go into.
    Trial(Ground& ground, const Act& act, bool markdown);

    /// Fields of this trial; none: nothing to try.
    [[nodiscard]] const std::vector<Field>& fields() const { return fields_; }
    [[nodiscard]] std::size_t places() const { return places_; }

    /// Every field gets a text of its own: texts[at] and those after it. Reads `reads` of the places, the
    /// next ones each time; 0: all of them.
    void send(const Texts& texts, std::size_t at, std::size_t reads);

    Figures figures{};
    std::vector<std::string> faults{};

  private:
    void look_everywhere();
    void look(const Address& address, const server::Response& answer);
    bool refuse(const server::Response& answer, Values& tried);
    void read(const Address& address, Look& look, const Values& taken);
    void read_page(const Address& address, Look& look, const Values& taken, std::string_view html);
    void check_shape(const Address& address, Look& look, const Values& taken, const std::string& shape);
    [[nodiscard]] bool is_built_alike(const Address& address, const std::string& hostile,
                                      const std::string& harmless) const;
    [[nodiscard]] std::string shape_after(const Values& texts, const Address& address);
    void complain(const std::string& what, const Values& values);
    [[nodiscard]] std::string moved(const std::string& path, const Values& taken) const;

    Ground& ground_;
    const Act& act_;
    bool markdown_;
    std::vector<Field> fields_;
    Values marks_;         // by field: the harmless text
    std::string location_; // where the harmless act led
    std::string led_;      // where the hostile one did
    std::map<Address, Look> looks_;
    std::size_t places_ = 0;
    std::size_t next_ = 0;
};

/// The forms in which a field may keep it: as a line, as several lines, as several without outer blanks.
/// None: it shows nothing, and counts as left out.
std::vector<std::string> kept(const std::string& text);

} // namespace attack
